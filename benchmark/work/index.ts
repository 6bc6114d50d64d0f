import { iBiz } from './iBiz';
import { paraTranz } from './paraTranz';
import { sakari } from './sakari';
import { smtpCom } from './smtpCom';
import type { Work } from './work';
import { yandexMarket } from './yandexMarket';

/** The five services. */
export const works: Work[] = [paraTranz, smtpCom, iBiz, sakari, yandexMarket];
