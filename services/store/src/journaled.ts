/**
 * The write concern of every write that money or leases rest on: it is acknowledged only after it is synced to disk
 * (and, on a replica set, held by a majority). Give it per call, `model.updateOne(filter, update, { writeConcern:
 * journaled })`, or to a whole schema, `new Schema({ … }, { writeConcern: journaled })`.
 */
export const journaled = { w: 'majority', j: true } as const;
