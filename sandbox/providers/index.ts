// The providers of the sandbox: one line each.
export * as paraTranz from './paraTranz';
export * as sakari from './sakari';
