import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { AttemptError } from './AttemptError.ts';
import { hashFile } from './hashFile.ts';

/** A scene on this machine, kept until it is released. */
export interface HeldScene {
  readonly path: string;
  readonly release: () => void;
}

/** Fetches a scene to a path, and tells of each piece that comes. */
export type FetchScene = (path: string, onPiece: () => void) => Promise<void>;

export interface ScenesOptions {
  /** Where they are kept. */
  readonly folder: string;
  readonly clock: Clock;
  /** How much is kept beyond what is in use, in bytes. */
  readonly mostBytes?: number;
}

const MOST_BYTES = 2 * 1024 ** 3;
const SUFFIX = '.blend';

/** Scenes that were fetched once and serve all tasks of their job; the least recently used go first. */
export class Scenes {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #mostBytes: number;
  readonly #inUse = new Map<string, number>();
  /** One after the other: two slots with tasks of one job must not fetch the scene twice. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Told of each piece that comes, whoever's scene it is: those behind it wait for it too. */
  readonly #waiting = new Set<() => void>();

  constructor({ folder, clock, mostBytes = MOST_BYTES }: ScenesOptions) {
    this.#folder = folder;
    this.#clock = clock;
    this.#mostBytes = mostBytes;
  }

  /**
   * The scene of a hash, fetched to a path by `fetch` where it is not there; never one with another hash. `onPiece` is told
   * while it is waited for and something comes.
   */
  hold(sha256: string, fetch: FetchScene, onPiece: () => void): Promise<HeldScene> {
    this.#waiting.add(onPiece);
    const held = this.#queue.then(() => this.#hold(sha256, fetch));
    this.#queue = held.catch(() => undefined).finally(() => this.#waiting.delete(onPiece));
    return held;
  }

  /** Removes what a kill left half done, and what is too much. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (!name.endsWith(SUFFIX)) await rm(join(this.#folder, name), { recursive: true, force: true });
    }
    await this.#evict();
  }

  async #hold(sha256: string, fetch: FetchScene): Promise<HeldScene> {
    // It becomes part of a path.
    if (!/^[0-9a-f]{64}$/.test(sha256))
      throw new AttemptError('INPUT_REFUSED', 'The hash of the scene is none.');
    const path = join(this.#folder, sha256 + SUFFIX);
    // A disk forgets, and without a sandbox scenes can write: what was right once is proven each time.
    const isKept = await hashFile(path).then(
      (found) => found === sha256,
      () => false,
    );
    if (!isKept) await this.#fetch(sha256, path, fetch);
    const now = new Date(this.#clock.now());
    await utimes(path, now, now);
    this.#inUse.set(sha256, (this.#inUse.get(sha256) ?? 0) + 1);
    await this.#evict();
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      this.#inUse.set(sha256, (this.#inUse.get(sha256) ?? 1) - 1);
    };
    return { path, release };
  }

  async #fetch(sha256: string, path: string, fetch: FetchScene): Promise<void> {
    const part = join(this.#folder, `${randomUUID()}.part`);
    try {
      await fetch(part, () => {
        for (const tell of this.#waiting) tell();
      });
      if ((await hashFile(part)) !== sha256) {
        throw new AttemptError('INPUT_REFUSED', 'The scene that came is not the one announced.');
      }
      await rename(part, path);
    } finally {
      await rm(part, { force: true });
    }
  }

  async #evict(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith(SUFFIX));
    const scenes = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs } = await stat(join(this.#folder, name));
        return { name, size, mtimeMs };
      }),
    );
    scenes.sort((a, b) => b.mtimeMs - a.mtimeMs);
    let kept = 0;
    for (const { name, size } of scenes) {
      kept += size;
      const isFree = !this.#inUse.get(name.slice(0, -SUFFIX.length));
      if (kept > this.#mostBytes && isFree) await rm(join(this.#folder, name), { force: true });
    }
  }
}
