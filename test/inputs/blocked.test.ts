import { SsrfProtectionConfig } from '@n8n/config';
import { Container } from '@n8n/di';

import { runNode, useSandbox } from '../support';

const sandbox = useSandbox();

/** n8n's protection against requests to inner addresses, which `N8N_SSRF_PROTECTION_ENABLED` turns on. */
const protection = Container.get(SsrfProtectionConfig);

describe('A send that n8n does not let go to the address of the service', () => {
	afterEach(() => {
		protection.enabled = false;
	});

	it('has certainly not been sent', async () => {
		protection.enabled = true;
		const result = await runNode({
			sandbox: sandbox(),
			node: 'paraTranz',
			parameters: { resource: 'mail', operation: 'send', to: '20482', content: 'Hello' },
		});
		expect(result.requests).toEqual([]);
		expect(result.error?.description).toContain('The request was blocked because');
		expect(result.error?.description).toContain('Nothing was done for this item');
	});
});
