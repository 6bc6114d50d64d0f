/**
 * Address of everything that belongs to the account of a credential, as an n8n expression.
 * Source: https://developer.sakari.io, whose paths all start with the account.
 */
export const accountUrl =
	'={{ $credentials.baseUrl.trim().replace(/\\/+$/, "") }}/v1/accounts/{{ encodeURIComponent($credentials.accountId.trim()) }}';
