import type { Resource } from '../../nodes/shared/operation';
import { attachment } from '../../nodes/IBiz/resources/attachment';
import { data } from '../../nodes/IBiz/resources/data';
import { follower } from '../../nodes/IBiz/resources/follower';
import { mailThread } from '../../nodes/IBiz/resources/mailThread';
import { mailThreadAdvanced } from '../../nodes/IBiz/resources/mailThreadAdvanced';
import { message as iBizMessage } from '../../nodes/IBiz/resources/message';
import { conversation } from '../../nodes/ParaTranz/resources/conversation';
import { mail } from '../../nodes/ParaTranz/resources/mail';
import { account } from '../../nodes/Sakari/resources/account';
import { campaign } from '../../nodes/Sakari/resources/campaign';
import { contact } from '../../nodes/Sakari/resources/contact';
import { conversation as sakariConversation } from '../../nodes/Sakari/resources/conversation';
import { file as sakariFile } from '../../nodes/Sakari/resources/file';
import { message as sakariMessage } from '../../nodes/Sakari/resources/message';
import { template } from '../../nodes/Sakari/resources/template';
import { account as smtpComAccount } from '../../nodes/SmtpCom/resources/account';
import { callback } from '../../nodes/SmtpCom/resources/callback';
import { channel } from '../../nodes/SmtpCom/resources/channel';
import { message as smtpComMessage } from '../../nodes/SmtpCom/resources/message';
import { statistic } from '../../nodes/SmtpCom/resources/statistic';
import { chat } from '../../nodes/YandexMarket/resources/chat';
import { file } from '../../nodes/YandexMarket/resources/file';
import { message as yandexMarketMessage } from '../../nodes/YandexMarket/resources/message';
import type { ProviderName } from '../../sandbox/types';

/** All resources of all nodes. */
export const resources: Record<ProviderName, Resource[]> = {
	paraTranz: [conversation, mail],
	smtpCom: [smtpComAccount, callback, channel, smtpComMessage, statistic],
	iBiz: [attachment, data, follower, iBizMessage, mailThread, mailThreadAdvanced],
	sakari: [account, campaign, contact, sakariConversation, sakariFile, sakariMessage, template],
	yandexMarket: [chat, file, yandexMarketMessage],
};
