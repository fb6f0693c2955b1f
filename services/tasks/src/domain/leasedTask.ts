import type { LeaseDocument, TaskDocument } from '../model/task.ts';

/** A task with the lease that is held on it. */
export type LeasedTask = TaskDocument & { lease: LeaseDocument };
