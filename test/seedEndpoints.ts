import type { ProviderName } from '../sandbox/types';

/** The endpoints of the five documents that the pack was made for, as the sandbox's contracts write them. */
export const seedEndpoints: Array<{ provider: ProviderName; endpoint: string }> = [
	...['POST /mails', 'GET /mails', 'GET /mails/conversations/{userId}'].map((endpoint) => ({
		provider: 'paraTranz' as const,
		endpoint,
	})),
	...['POST /v4/messages', 'POST /v4/messages/mime', 'GET /v4/messages'].map((endpoint) => ({
		provider: 'smtpCom' as const,
		endpoint,
	})),
	...[
		'POST /v1/accounts/{accountId}/messages',
		'GET /v1/accounts/{accountId}/messages',
		'GET /v1/accounts/{accountId}/messages/{messageId}',
	].map((endpoint) => ({ provider: 'sakari' as const, endpoint })),
	...[
		'POST /v2/businesses/{businessId}/chats/new',
		'POST /v2/businesses/{businessId}/chats',
		'POST /v2/businesses/{businessId}/chats/history',
		'POST /v2/businesses/{businessId}/chats/message',
		'POST /v2/businesses/{businessId}/chats/file/send',
	].map((endpoint) => ({ provider: 'yandexMarket' as const, endpoint })),
	...[
		'POST /mail_threads',
		'GET /mail_threads/{key}',
		'PUT /mail_threads/{key}',
		'DELETE /mail_threads/{key}',
		'POST /mail_threads/check_key',
		'GET /mail_threads/get_draft',
		'POST /mail_threads/save',
		'POST /mail_threads/mail_message_post',
		'POST /mail_threads/{key}/mail_track',
		'POST /mail_threads/{key}/message_notify',
		'POST /mail_threads/{key}/message_track',
		'POST /mail_threads/{key}/process_attachments_for_post',
		'POST /mail_threads/{key}/track_prepare',
		'POST /mail_threads/{key}/track_discard',
		'POST /mail_threads/{key}/track_finalize',
		'POST /mail_threads/fetch_default',
		'GET /mail_threads/importtemplate',
		'POST /mail_threads/exportdata/{param}',
		'POST /mail_threads/exportdata/{param}/{key}',
		'POST /mail_threads/importdata',
		'POST /mail_threads/importdata2',
		'GET /mail_threads/asyncimportdata2',
		'GET /mail_threads/printdata/{key}',
		'POST /mail_threads/report',
	].map((endpoint) => ({ provider: 'iBiz' as const, endpoint })),
];
