// The providers of the sandbox: one line each.
export * as iBiz from './iBiz';
export * as paraTranz from './paraTranz';
export * as yandexMarket from './yandexMarket';
export * as smtpCom from './smtpCom';
export * as sakari from './sakari';
