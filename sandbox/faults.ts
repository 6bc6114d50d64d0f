import type { Misbehaviour, RecordedRequest, Rule } from './types';

/** The rules in force, in order, each with the requests that it matched so far. */
export class Faults {
	private rules: Array<Rule & { matched: number }> = [];

	add(rule: Rule): void {
		this.rules.push({ ...rule, matched: 0 });
	}

	clear(): void {
		this.rules = [];
	}

	/** The misbehaviour of the first rule that matches, is due and is not used up. */
	take(request: RecordedRequest): Misbehaviour | undefined {
		for (const rule of this.rules) {
			const { provider, operationId, after = 0, times = Infinity, when } = rule;
			if (provider !== undefined && provider !== request.provider) continue;
			if (operationId !== undefined && operationId !== request.operationId) continue;
			if (when && !when(request)) continue;
			rule.matched += 1;
			if (rule.matched > after && rule.matched <= after + times) return rule.behaviour;
		}
		return undefined;
	}
}
