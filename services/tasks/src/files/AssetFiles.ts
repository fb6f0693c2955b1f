import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@pictor/kit';

/** A file that was stored whole. */
export interface StoredFile {
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

type Open = (path: string, flags: string) => Promise<FileHandle>;

const assetId = /^[0-9a-f][0-9a-z.-]{7,79}$/;

/** The files of all assets, under one folder. A file is there whole or not at all. */
export class AssetFiles {
  readonly #folder: string;
  readonly #drafts: string;
  readonly #open: Open;

  /** `openFile` stands in for the file system's own in tests. */
  constructor(dataDir: string, openFile: Open = open) {
    this.#folder = join(dataDir, 'assets');
    this.#drafts = join(this.#folder, 'tmp');
    this.#open = openFile;
  }

  /** Makes the folders and throws away what was half-written when the last process ended. */
  async prepare(): Promise<void> {
    await rm(this.#drafts, { recursive: true, force: true });
    await mkdir(this.#drafts, { recursive: true, mode: 0o700 });
  }

  /** Where the asset's file is, or would be. */
  path(id: string): string {
    if (!assetId.test(id)) throw new DomainError('NOT_FOUND', 'There is no such file.');
    return join(this.#folder, id.slice(0, 2), id);
  }

  /** A path for a file that is still being written, on the same disk. */
  draft(): string {
    return join(this.#drafts, randomUUID());
  }

  /** Puts a finished draft in its asset's place, once it is on the disk for good. Errors: DISK_FULL. */
  async keep(draft: string, id: string): Promise<void> {
    const path = this.path(id);
    await onDisk(async () => {
      await mkdir(join(this.#folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
      const file = await this.#open(draft, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    });
  }

  /**
   * Writes a body of exactly `sizeBytes` to a draft, which the caller keeps or drops. Nothing is left of it when the
   * body is too long (FILE_TOO_LARGE), too short (UPLOAD_INCOMPLETE), breaks off, or the disk is full (DISK_FULL).
   */
  async receive(body: AsyncIterable<Buffer>, sizeBytes: number): Promise<StoredFile & { draft: string }> {
    const draft = this.draft();
    try {
      return { draft, ...(await onDisk(() => this.#write(draft, body, sizeBytes))) };
    } catch (error) {
      await this.drop(draft);
      throw error;
    }
  }

  /** Removes a draft; nothing happens when there is none. */
  async drop(draft: string): Promise<void> {
    await rm(draft, { force: true });
  }

  /** Removes an asset's file; nothing happens when there is none. */
  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  /** Size of an asset's file, in bytes; undefined when there is none. */
  async size(id: string): Promise<number | undefined> {
    return (await stat(this.path(id)).catch(() => undefined))?.size;
  }

  async #write(draft: string, body: AsyncIterable<Buffer>, sizeBytes: number): Promise<StoredFile> {
    const hash = createHash('sha256');
    const file = await this.#open(draft, 'wx');
    try {
      let written = 0;
      for await (const chunk of body) {
        written += chunk.length;
        if (written > sizeBytes) throw tooLarge(sizeBytes);
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if (written < sizeBytes)
        throw new DomainError(
          'UPLOAD_INCOMPLETE',
          `Of ${sizeBytes} bytes only ${written} came; send it again.`,
        );
      return { sizeBytes: written, sha256: hash.digest('hex') };
    } finally {
      await file.close();
    }
  }
}

/** That a body is longer than was announced. */
export function tooLarge(sizeBytes: number): DomainError {
  return new DomainError('FILE_TOO_LARGE', `This place takes exactly ${sizeBytes} bytes; ask for another.`);
}

async function onDisk<Value>(write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error;
    throw new DomainError('DISK_FULL', 'The platform has no room for files at the moment; try again later.');
  }
}
