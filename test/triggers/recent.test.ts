import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';

import { withoutRepeats } from '../../nodes/shared/trigger/recent';

/** What n8n hands to a trigger with each call: what it has stored, anew. */
class Process {
	constructor(
		private stored = '{}',
		private readonly id = randomUUID(),
	) {}

	take(delivery: number): boolean {
		const data = JSON.parse(this.stored) as IDataObject;
		const context = {
			getWorkflow: () => ({ id: this.id }),
			getNode: () => ({ id: 'node' }),
			getMode: () => 'webhook',
			getWorkflowStaticData: () => data,
		} as unknown as IWebhookFunctions;
		const answer = withoutRepeats(context, [delivery], String).length === 0;
		this.stored = JSON.stringify(data);
		return answer;
	}

	takeAll(first: number, last: number): void {
		for (let delivery = first; delivery <= last; delivery += 1) this.take(delivery);
	}

	restarted = () => new Process(this.stored);

	get bytes() {
		return this.stored.length;
	}
}

describe('a repeat of a delivery', () => {
	it('is known until 5000 others have come', () => {
		const n8n = new Process();
		n8n.takeAll(1, 5000);
		expect(n8n.take(1)).toBe(true);
		n8n.takeAll(5001, 5001);
		expect(n8n.take(2)).toBe(true);
		expect(n8n.take(1)).toBe(false);
	});

	it('is known until 500 others have come, once n8n has restarted', () => {
		const n8n = new Process();
		n8n.takeAll(1, 1000);
		const after = n8n.restarted();
		expect(after.take(501)).toBe(true);
		expect(after.take(1000)).toBe(true);
		expect(n8n.restarted().take(500)).toBe(false);
		expect(n8n.bytes).toBeLessThan(10_000);
	});

	it('is known through many restarts', () => {
		let n8n = new Process();
		for (let first = 1; first <= 400; first += 100) {
			n8n.takeAll(first, first + 99);
			n8n = n8n.restarted();
		}
		expect(n8n.take(1)).toBe(true);
	});
});
