import type { FileHandle } from 'node:fs/promises';
import { configure, Reader } from '@zip.js/zip.js';

// This process is apart already.
configure({ useWebWorkers: false });

/** Nothing is read in larger pieces: only a zip's list of entries could be, by what the zip says of itself. */
const pieceBytes = 16 * 2 ** 20;

/** Lets the zip library read an open file piece by piece. */
export class DiskReader extends Reader<FileHandle> {
  readonly #file: FileHandle;

  constructor(file: FileHandle, size: number) {
    super(file);
    this.#file = file;
    this.size = size;
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > pieceBytes) throw new Error(`zip: ${length} bytes were to be read at once.`);
    const { buffer, bytesRead } = await this.#file.read(new Uint8Array(length), 0, length, index);
    return buffer.subarray(0, bytesRead);
  }
}
