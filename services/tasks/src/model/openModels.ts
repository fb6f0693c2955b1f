import type { Connection, Model } from 'mongoose';
import { assetSchema, type AssetDocument } from './asset.ts';
import { attemptSchema, type AttemptDocument } from './attempt.ts';
import { jobSchema, type JobDocument } from './job.ts';
import { taskSchema, type TaskDocument } from './task.ts';
import { workerRecordSchema, type WorkerRecordDocument } from './workerRecord.ts';

/** The collections of this service. */
export interface Models {
  readonly assets: Model<AssetDocument>;
  readonly attempts: Model<AttemptDocument>;
  readonly jobs: Model<JobDocument>;
  readonly tasks: Model<TaskDocument>;
  readonly workers: Model<WorkerRecordDocument>;
}

/** The collections of this service on a connection; opened again, they are the same. */
export function openModels(connection: Connection): Models {
  return {
    assets: connection.model<AssetDocument>('Asset', assetSchema),
    attempts: connection.model<AttemptDocument>('Attempt', attemptSchema),
    jobs: connection.model<JobDocument>('Job', jobSchema),
    tasks: connection.model<TaskDocument>('Task', taskSchema),
    workers: connection.model<WorkerRecordDocument>('WorkerRecord', workerRecordSchema),
  };
}
