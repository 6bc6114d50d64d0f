/**
 * A date that iBiz writes, with the offset that it leaves out: that of clocks in China.
 * Source: https://github.com/ibizlab-cloud/ibiz-service-hub
 */
export const withOffset = (date: unknown): string => `${String(date).replace(' ', 'T')}+08:00`;
