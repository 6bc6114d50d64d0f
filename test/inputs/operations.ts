import type { Resource } from '../../nodes/shared/operation';
import { resources as iBiz } from '../../nodes/IBiz/resources';
import { resources as paraTranz } from '../../nodes/ParaTranz/resources';
import { resources as sakari } from '../../nodes/Sakari/resources';
import { resources as smtpCom } from '../../nodes/SmtpCom/resources';
import { resources as yandexMarket } from '../../nodes/YandexMarket/resources';
import type { ProviderName } from '../../sandbox/types';

/** All resources of all nodes. */
export const resources: Record<ProviderName, Resource[]> = {
	paraTranz,
	smtpCom,
	iBiz,
	sakari,
	yandexMarket,
};
