/**
 * The write concern of what comes every few seconds from every worker, and again after a loss of power: acknowledged
 * before it is synced to disk, unlike every other write of this service.
 */
export const unsynced = { w: 1, j: false } as const;
