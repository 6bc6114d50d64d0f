import { createServer } from 'node:http';

/** What it says to everything, after it has used each of its tools once. */
export const saying = 'Thank you for your question. Yes, it is in stock, and leaves tomorrow.';

/** A tool's call for each tool, or the answer once there are results of tools. */
function reply({ messages, tools = [] }) {
	const isTold = messages.some(({ role }) => role === 'tool');
	if (isTold || tools.length === 0) return { content: saying };
	const calls = tools.map(({ function: { name } }, index) => ({
		id: `call_${index}`,
		type: 'function',
		function: { name, arguments: '{}' },
	}));
	return { content: null, tool_calls: calls };
}

function completion(request) {
	const message = { role: 'assistant', ...reply(request) };
	const reason = message.tool_calls ? 'tool_calls' : 'stop';
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model: request.model,
		choices: [{ index: 0, message, finish_reason: reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

/**
 * A language model in the place of OpenAI's, for examples with an AI agent; it has one thing to say.
 * Gives the values of the credential `openAiApi`.
 */
export async function startModel() {
	const server = createServer((request, response) => {
		const chunks = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', () => {
			const isAsked = request.method === 'POST' && request.url === '/v1/chat/completions';
			const body = isAsked
				? completion(JSON.parse(Buffer.concat(chunks)))
				: { object: 'list', data: [{ id: 'gpt-5-mini', object: 'model' }] };
			response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { apiKey: 'none', url: `http://127.0.0.1:${server.address().port}/v1` };
}
