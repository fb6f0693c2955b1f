import { Schema } from 'mongoose';

/** How fast a worker reaches the platform; null for what could not be measured. */
export interface ConnectionSpeed {
  downloadMbps: number | null;
  uploadMbps: number | null;
  latencyMs: number | null;
  measuredAt: Date;
}

/** One thing that its agent checked. */
export interface FoundCheck {
  code:
    | 'SANDBOX'
    | 'CLOCK'
    | 'DISK_SPACE'
    | 'DRIVER'
    | 'DRIVER_AGE'
    | 'SYSTEM_AGE'
    | 'HOME_PERMISSIONS'
    | 'CREDENTIAL_PERMISSIONS'
    | 'ORDINARY_USER';
  /** Null where it cannot be told. */
  passed: boolean | null;
  finding: string;
  advice: string | null;
  checkedAt: Date;
}

/** Where its provider says it stands. */
export interface Location {
  place: string;
  country: string;
  statedAt: Date;
}

const bare = { _id: false, versionKey: false } as const;

export const connectionSchema = new Schema<ConnectionSpeed>(
  { downloadMbps: Number, uploadMbps: Number, latencyMs: Number, measuredAt: Date },
  bare,
);

export const checkSchema = new Schema<FoundCheck>(
  { code: String, passed: Boolean, finding: String, advice: String, checkedAt: Date },
  bare,
);

export const locationSchema = new Schema<Location>({ place: String, country: String, statedAt: Date }, bare);
