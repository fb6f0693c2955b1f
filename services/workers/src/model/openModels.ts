import type { Connection, Model } from 'mongoose';
import { accountSchema, type AccountDocument } from './account.ts';
import { sessionSchema, type SessionDocument } from './session.ts';
import { workerSchema, type WorkerDocument } from './worker.ts';

/** The collections of this service. */
export interface Models {
  accounts: Model<AccountDocument>;
  sessions: Model<SessionDocument>;
  workers: Model<WorkerDocument>;
}

/** The collections of this service on a connection; opened again, they are the same. */
export function openModels(connection: Connection): Models {
  return {
    accounts: connection.model<AccountDocument>('Account', accountSchema),
    sessions: connection.model<SessionDocument>('Session', sessionSchema),
    workers: connection.model<WorkerDocument>('Worker', workerSchema),
  };
}
