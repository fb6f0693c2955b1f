import type { Log } from '../log.ts';
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
  readonly log: Log;
}

/** What names an attempt to the platform. */
interface AttemptKey {
  readonly attemptId: string;
  readonly token: string;
}

interface Uploads {
  readonly attempt: AttemptKey;
  /** Kept, and not uploaded yet: in the order in which they came. */
  readonly waiting: Map<number, FrameFile>;
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
  assume(attempt: AttemptKey, { frame, sha256 }: FrameFile): void {
    this.#of(attempt).done.set(frame, sha256);
  }

  /** Uploads a frame while others are made; one that cannot be sent now is tried again with the next, or by `retry`. */
  early(attempt: AttemptKey, file: FrameFile): void {
    const uploads = this.#of(attempt);
    uploads.waiting.set(file.frame, file);
    this.#drain(uploads);
  }

  /** Tries again what could not be sent while the platform was away. */
  retry(): void {
    for (const uploads of this.#attempts.values()) this.#drain(uploads);
  }

  /** Uploads a frame unless it was; behind those of its attempt that are under way. Throws PlatformError. */
  send(attempt: AttemptKey, file: FrameFile): Promise<void> {
    const uploads = this.#of(attempt);
    const sent = uploads.queue.then(() => this.#send(uploads, file));
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

  #drain(uploads: Uploads): void {
    uploads.queue = uploads.queue
      .then(async () => {
        for (const file of uploads.waiting.values()) await this.#send(uploads, file);
      })
      .catch((error: unknown) => {
        this.#options.log.debug({ err: error, ...uploads.attempt }, 'a frame was not uploaded yet');
      });
  }

  async #send({ attempt: { attemptId, token }, waiting, done }: Uploads, file: FrameFile): Promise<void> {
    const { frame, path, sizeBytes, sha256 } = file;
    if (this.#stop.signal.aborted) throw new PlatformError(OFFLINE, 'The agent is stopping.');
    if (done.get(frame) === sha256) return void waiting.delete(frame);
    const { execute, gateway, onPiece } = this.#options;
    const { createFrameUpload: place } = await execute(createFrameUpload, {
      input: { attemptId, token, frame, sizeBytes },
    });
    await upload(new URL(place.url, gateway), path, {
      onPiece: () => onPiece(attemptId),
      signal: this.#stop.signal,
    });
    done.set(frame, sha256);
    waiting.delete(frame);
  }

  #of({ attemptId, token }: AttemptKey): Uploads {
    const known = this.#attempts.get(attemptId) ?? {
      attempt: { attemptId, token },
      waiting: new Map(),
      done: new Map(),
      queue: Promise.resolve(),
    };
    this.#attempts.set(attemptId, known);
    return known;
  }
}
