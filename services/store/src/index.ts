export { openStore } from './openStore.ts';
export type { Store, StoreOptions } from './openStore.ts';
export { journaled } from './journaled.ts';
export { StartError } from './startError.ts';
export type { StartErrorCode } from './startError.ts';
export type { StoreLog } from './storeLog.ts';
