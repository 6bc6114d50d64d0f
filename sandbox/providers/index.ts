// The providers of the sandbox: one line each.
export * as paraTranz from './paraTranz';
export * as smtpCom from './smtpCom';
