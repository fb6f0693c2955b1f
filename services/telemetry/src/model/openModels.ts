import type { Connection, Model } from 'mongoose';
import { livenessSchema, type LivenessDocument } from './liveness.ts';
import { readingSchema, type ReadingDocument } from './reading.ts';

/** The collections of this service. */
export interface Models {
  liveness: Model<LivenessDocument>;
  readings: Model<ReadingDocument>;
}

/** The collections of this service on a connection; opened again, they are the same. */
export function openModels(connection: Connection): Models {
  return {
    liveness: connection.model<LivenessDocument>('Liveness', livenessSchema),
    readings: connection.model<ReadingDocument>('Reading', readingSchema),
  };
}
