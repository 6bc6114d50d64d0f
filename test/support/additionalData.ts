import { ExecutionLifecycleHooks } from 'n8n-core';
import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import type { MemoryCredentials } from './credentials';

const workflowData = {
	id: 'workflow',
	name: 'Test',
	nodes: [],
	connections: {},
	active: false,
	createdAt: new Date(),
	updatedAt: new Date(),
};

/** What n8n's server hands to its engine beside the workflow. */
export const additionalDataFor = (
	credentialsHelper: MemoryCredentials,
	more: Partial<IWorkflowExecuteAdditionalData> = {},
) =>
	({
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', '1', workflowData as never),
		executionId: '1',
		restApiUrl: '',
		instanceBaseUrl: 'http://localhost:5678',
		webhookBaseUrl: '',
		webhookTestBaseUrl: '',
		webhookWaitingBaseUrl: 'http://localhost:5678/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost:5678/form-waiting',
		currentNodeExecutionIndex: 0,
		variables: {},
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
		logAiEvent: () => {},
		...more,
	}) as unknown as IWorkflowExecuteAdditionalData;
