import type { GpuSample } from '../metrics/parseGpuRows.ts';
import type { HostSample } from '../metrics/createHostMonitor.ts';

/** A finished attempt, with all that proves it. */
export interface Result {
  readonly attemptId: string;
  readonly taskId: string;
  /** The lease's fencing token. */
  readonly token: string;
  /** The result's file on this machine. */
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
  /** Ed25519 signature of `result:<attemptId>:<sha256>`, in base64. */
  readonly signature: string;
}

/** An attempt that failed. */
export interface Failure {
  readonly attemptId: string;
  /** The lease's fencing token. */
  readonly token: string;
  /** What happened, as a stable code. */
  readonly code: string;
  /** What happened, in a sentence. */
  readonly reason: string;
}

/** One reading of the whole worker. */
export interface Reading {
  /** When it was taken, as an ISO text. */
  readonly at: string;
  readonly gpus: readonly (GpuSample & { readonly index: number; readonly uuid: string })[];
  readonly host: HostSample;
}
