import type { GpuSample } from '../metrics/GpuReading.ts';
import type { HostSample } from '../metrics/createHostMonitor.ts';

/** What any finished attempt is proven by. */
interface Proof {
  readonly attemptId: string;
  readonly taskId: string;
  /** The lease's fencing token. */
  readonly token: string;
  /** SHA-256 of the file, or of the list of frames, in hexadecimal. */
  readonly sha256: string;
  /** Ed25519 signature of `result:<attemptId>:<sha256>`, in base64. */
  readonly signature: string;
}

/** A finished attempt whose result is one file. */
export interface FileResult extends Proof {
  /** The result's file on this machine. */
  readonly path: string;
  readonly sizeBytes: number;
}

/** A frame's file on this machine. */
export interface FrameFile {
  readonly frame: number;
  readonly path: string;
  readonly sizeBytes: number;
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/** A finished attempt whose result is frames. */
export interface FramesResult extends Proof {
  /** The folder on this machine that holds them and nothing else. */
  readonly folder: string;
  /** Ascending by frame. */
  readonly frames: readonly FrameFile[];
}

/** A finished attempt, with all that proves it. */
export type Result = FileResult | FramesResult;

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
