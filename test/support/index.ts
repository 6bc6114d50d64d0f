export { runNode } from './engine';
export type { NodeResult, NodeRun } from './engine';
export type { InputFile, OperationCase } from './operationCase';
export { loadPack } from './pack';
export { openList, searchList } from './picker';
export { provesOperation } from './proves';
export { sandboxCredentials, useSandbox } from './sandbox';
export { TriggerHost } from './trigger';
