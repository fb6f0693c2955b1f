/**
 * The store of the services: MongoDB by URI, or an embedded server that speaks its protocol over one SQLite file.
 *
 * - Models are made on `store.connection(dbName)` with plain mongoose schemas; nothing is created by itself, so a
 *   service awaits `model.createIndexes()` for each model when it starts. That is safe to repeat.
 * - A write is acknowledged when it is committed and outlives the death of any process. With `journaled` it is also
 *   synced to disk first; that it outlives a power failure rests on SQLite's `synchronous = FULL` and on the disk. Many
 *   journaled writes at the same time share one sync.
 * - There are no transactions: one document is changed by one conditional update. A write in flight while the server
 *   dies may fail with a network error although it was done; make it safe to repeat by a key or an expected state.
 * - 64-bit integers (`BigInt` in schemas) are read as bigint, in lean documents and aggregates too.
 * - What the embedded server does not do it refuses by name with code 238 (NotImplemented); a full disk is code 14031
 *   (OutOfDiskSpace): nothing of that write was stored, and reads go on.
 * - Documents come back with integer-like field names (`{ "10": … }`) in ascending order once they were updated: use
 *   lists for what has an order.
 */
export { openStore } from './openStore.ts';
export type { Store, StoreOptions } from './openStore.ts';
export { journaled } from './journaled.ts';
export { StartError } from './startError.ts';
export type { StartErrorCode } from './startError.ts';
export type { StoreLog } from './storeLog.ts';
