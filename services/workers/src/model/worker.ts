import { outboxField, outboxIndex, type OutboxEntry } from '@pictor/kit';
import { journaled } from '@pictor/store';
import { Schema } from 'mongoose';
import { benchmarkSchema, type Benchmark } from './benchmark.ts';
import type { FleetRow } from './fleetRow.ts';
import { fleetRowSchema } from './fleetRow.ts';
import type { Hardware } from './hardware.ts';
import { hardwareSchema } from './hardware.ts';
import {
  checkSchema,
  connectionSchema,
  locationSchema,
  type ConnectionSpeed,
  type FoundCheck,
  type Location,
} from './surroundings.ts';

export interface WorkerDocument {
  _id: string;
  /** The account that owns it; `platform` for the checker. */
  providerId: string;
  role: 'worker' | 'checker';
  name: string;
  /** The name with letter case folded, by which lists are sorted. */
  nameKey: string;
  /** Every suffix of every word of the name, so that an anchored prefix finds any part of a word. */
  terms: string[];
  /** The provider on whose list it is; absent once it is deleted, and for the checker. Lists and counts go by it. */
  listOf?: string;
  intent: 'RUN' | 'DRAIN' | 'PAUSE';
  createdAt: Date;
  /** When name, intent, hardware, benchmark or location last changed. */
  updatedAt: Date;
  enrolledAt?: Date;
  /** The document of a deleted worker stays, so that its id stays known. */
  deletedAt?: Date;
  enrolment?: {
    /** SHA-256 of the token. */
    tokenHash: string;
    expiresAt: Date;
    /** With the token it gives the credential, so that an enrolment whose answer was lost can be repeated. */
    salt?: string;
    /** Whether the credential has been used, which ends the token. */
    spent: boolean;
  };
  /** Ed25519, base64 SPKI. */
  publicKey?: string;
  /** SHA-256 of the credential. */
  credentialHash?: string;
  /** The run of the agent that holds the credential. */
  run?: { id: string; heardAt: Date };
  hardware?: Hardware;
  /** What it asks for 3,600 work units, in micro-dollars; absent where it asks the platform's default. */
  customBid?: bigint;
  benchmark?: Benchmark;
  /** Speed of all slots together; 1000 is the reference GPU. Absent until measured. */
  benchScore?: number;
  connection?: ConnectionSpeed;
  /** What its agent last checked on its machine. */
  checks?: FoundCheck[];
  location?: Location;
  fleet: FleetRow;
  outbox?: OutboxEntry[];
}

export const workerSchema = new Schema<WorkerDocument>(
  {
    _id: { type: String, required: true },
    providerId: { type: String, required: true },
    role: { type: String, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    terms: { type: [String], required: true },
    listOf: String,
    intent: { type: String, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    enrolledAt: Date,
    deletedAt: Date,
    enrolment: {
      type: new Schema(
        { tokenHash: String, expiresAt: Date, salt: String, spent: Boolean },
        { _id: false, versionKey: false },
      ),
    },
    publicKey: String,
    credentialHash: String,
    run: { type: new Schema({ id: String, heardAt: Date }, { _id: false, id: false, versionKey: false }) },
    hardware: { type: hardwareSchema },
    customBid: BigInt,
    benchmark: { type: benchmarkSchema },
    benchScore: Number,
    connection: { type: connectionSchema },
    checks: { type: [checkSchema], default: undefined },
    location: { type: locationSchema },
    fleet: { type: fleetRowSchema, required: true },
    outbox: outboxField,
  },
  { collection: 'workers', versionKey: false, writeConcern: journaled },
);

workerSchema.index({ listOf: 1, 'fleet.rank': 1, nameKey: 1, _id: 1 });
workerSchema.index({ listOf: 1, nameKey: 1, _id: 1 });
workerSchema.index({ listOf: 1, createdAt: 1, _id: 1 });
workerSchema.index({ listOf: 1, updatedAt: 1, _id: 1 });
workerSchema.index({ listOf: 1, terms: 1 });
workerSchema.index(outboxIndex.fields, outboxIndex.options);
