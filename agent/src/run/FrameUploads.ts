import type { FrameFile } from '../outbox/entries.ts';
import { upload } from '../platform/files.ts';
import type { Execute } from '../platform/Operation.ts';
import { createFrameUpload } from '../platform/operations.ts';
import { OFFLINE, PlatformError } from '../platform/PlatformError.ts';

export interface FrameUploadsOptions {
  readonly execute: Execute;
  /** The gateway's address, which relative addresses of files are relative to. */
  readonly gateway: string;
  /** Told of each piece of an attempt's frames that went. */
  readonly onPiece: (attemptId: string) => void;
}

/** What names an attempt to the platform. */
interface AttemptKey {
  readonly attemptId: string;
  readonly token: string;
}

interface Uploads {
  /** SHA-256 of what was uploaded, by frame. */
  readonly done: Map<number, string>;
  queue: Promise<void>;
}

/** Uploads frames, each once: while the attempt goes on, and what is left when it has ended. */
export class FrameUploads {
  readonly #options: FrameUploadsOptions;
  readonly #attempts = new Map<string, Uploads>();
  readonly #stop = new AbortController();

  constructor(options: FrameUploadsOptions) {
    this.#options = options;
  }

  /** Takes the platform's word that a frame was uploaded by an earlier run. */
  assume(attemptId: string, { frame, sha256 }: FrameFile): void {
    this.#of(attemptId).done.set(frame, sha256);
  }

  /** Uploads a frame unless it was; behind those of its attempt that are under way. Throws PlatformError. */
  send(attempt: AttemptKey, file: FrameFile): Promise<void> {
    const uploads = this.#of(attempt.attemptId);
    const sent = uploads.queue.then(() => this.#send(attempt, file, uploads));
    uploads.queue = sent.catch(() => undefined);
    return sent;
  }

  /** Forgets what was uploaded: the attempt has ended, or the platform does not have it. */
  forget(attemptId: string): void {
    this.#attempts.delete(attemptId);
  }

  /** Ends what is under way, for good. */
  stop(): void {
    this.#stop.abort();
  }

  async #send({ attemptId, token }: AttemptKey, file: FrameFile, { done }: Uploads): Promise<void> {
    const { frame, path, sizeBytes, sha256 } = file;
    if (this.#stop.signal.aborted) throw new PlatformError(OFFLINE, 'The agent is stopping.');
    if (done.get(frame) === sha256) return;
    const { execute, gateway, onPiece } = this.#options;
    const { createFrameUpload: place } = await execute(createFrameUpload, {
      input: { attemptId, token, frame, sizeBytes },
    });
    await upload(new URL(place.url, gateway), path, {
      onPiece: () => onPiece(attemptId),
      signal: this.#stop.signal,
    });
    done.set(frame, sha256);
  }

  #of(attemptId: string): Uploads {
    const known = this.#attempts.get(attemptId) ?? { done: new Map(), queue: Promise.resolve() };
    this.#attempts.set(attemptId, known);
    return known;
  }
}
