import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { FrameFile } from '../outbox/entries.ts';
import { AttemptError } from './AttemptError.ts';
import { hashFile } from './hashFile.ts';

const JOURNAL = 'frames.jsonl';

const lineSchema = z.object({
  frame: z.int(),
  name: z.string().regex(/^\d+\.(png|jpg)$/),
  sizeBytes: z.int(),
  sha256: z.string(),
});

/**
 * The frames of an attempt that are done, in a folder with a journal: what it names survives the agent being killed, so
 * that the same attempt goes on with the frames that are missing.
 */
export class KeptFrames {
  /** Where they lie. */
  readonly folder: string;
  readonly #frames = new Map<number, FrameFile>();

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens the frames of an attempt; those that are not as the journal says are left out. */
  static async open(results: string, attemptId: string): Promise<KeptFrames> {
    const kept = new KeptFrames(folderOf(results, attemptId));
    const journal = await readFile(join(kept.folder, JOURNAL), 'utf8').catch(() => '');
    for (const line of journal.split('\n')) {
      const file = await readLine(kept.folder, line);
      if (file) kept.#frames.set(file.frame, file);
    }
    return kept;
  }

  /** Whether a frame is done. */
  has(frame: number): boolean {
    return this.#frames.has(frame);
  }

  /** How many are done. */
  get count(): number {
    return this.#frames.size;
  }

  /** All of them, ascending. */
  all(): FrameFile[] {
    return [...this.#frames.values()].sort((a, b) => a.frame - b.frame);
  }

  /** Takes a frame's file into the folder; it and its line in the journal are on disk when this resolves. */
  async add({ frame, path: from, sizeBytes, sha256 }: FrameFile): Promise<FrameFile> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = `${frame}${extname(from)}`;
    const path = join(this.folder, name);
    await rename(from, path);
    const journal = await open(join(this.folder, JOURNAL), 'a', 0o600);
    try {
      // A line that a kill cut short must not swallow this one.
      await journal.writeFile(`\n${JSON.stringify({ frame, name, sizeBytes, sha256 })}`);
      await journal.sync();
    } finally {
      await journal.close();
    }
    const file = { frame, path, sizeBytes, sha256 };
    this.#frames.set(frame, file);
    return file;
  }
}

/** The folder of an attempt's frames. Throws AttemptError for an id that is no name of a folder. */
export function folderOf(results: string, attemptId: string): string {
  if (!/^[\w-][\w.-]{0,79}$/.test(attemptId))
    throw new AttemptError('TASK_UNSUPPORTED', 'The attempt has an odd id.');
  return join(results, attemptId);
}

async function readLine(folder: string, line: string): Promise<FrameFile | undefined> {
  try {
    const { frame, name, sizeBytes, sha256 } = lineSchema.parse(JSON.parse(line));
    const path = join(folder, name);
    const isSame = (await stat(path)).size === sizeBytes && (await hashFile(path)) === sha256;
    return isSame ? { frame, path, sizeBytes, sha256 } : undefined;
  } catch {
    return undefined;
  }
}
