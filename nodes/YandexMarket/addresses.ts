/**
 * The first three numbers of the addresses that notifications come from; the last is below 128.
 * Source: https://yandex.ru/dev/market/partner-api/doc/ru/push-notifications/
 */
const ranges = ['5.45.207', '5.255.253', '141.8.142'];

/** Whether an address is one of those from which Yandex Market makes its calls. */
export function isOfYandexMarket(address = ''): boolean {
	// An IPv4 address may come in the form that IPv6 has for it
	const [, range = '', last] = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.(\d+)$/i.exec(address) ?? [];
	return ranges.includes(range) && Number(last) < 128;
}
