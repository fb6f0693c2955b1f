import { open } from 'node:fs/promises';
import { ZipReader, type Entry, type FileEntry } from '@zip.js/zip.js';
import { boundBytes } from './boundBytes.ts';
import { DiskReader } from './DiskReader.ts';
import { PictureError } from './PictureError.ts';
import type { SceneLimits } from './sceneLimits.ts';
import { writeScene, type WrittenScene } from './writeScene.ts';

const mostEntries = 1_000;
/** What file managers put into a zip by themselves. */
const byTheWay = /(^|\/)(__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** Writes the one .blend that a zip holds. Names in it are only looked at, sizes in it are not believed. */
export async function unzipScene(upload: string, scene: string, limits: SceneLimits): Promise<WrittenScene> {
  const file = await open(upload, 'r');
  try {
    const { size } = await file.stat();
    const reader = new ZipReader(new DiskReader(file, size), { checkCrc32: true });
    const entry = await onlyScene(reader.getEntriesGenerator());
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writing = writeScene(boundBytes(readable, size, limits), scene);
    const reading = entry.getData(writable).catch(async (cause) => {
      // Nobody says why a writer hung up but the writer.
      await writing;
      throw cause;
    });
    const [written] = await Promise.all([writing, reading]);
    return written;
  } catch (cause) {
    if (cause instanceof PictureError || isOfSystem(cause as NodeJS.ErrnoException)) throw cause;
    throw new PictureError('NOT_A_SCENE', 'The zip is broken, cut short or of a kind that is not taken.', {
      cause,
    });
  } finally {
    await file.close();
  }
}

async function onlyScene(entries: AsyncIterable<Entry>): Promise<FileEntry> {
  const scenes: FileEntry[] = [];
  let count = 0;
  for await (const entry of entries) {
    if (++count > mostEntries) throw refused('The zip has too many entries.');
    if (entry.directory || byTheWay.test(entry.filename)) continue;
    if (!/\.blend$/i.test(entry.filename)) throw refused('The zip holds more than a .blend.');
    if (entry.encrypted) throw new PictureError('NOT_A_SCENE', 'The zip is encrypted.');
    scenes.push(entry);
  }
  const [scene] = scenes;
  if (!scene || scenes.length > 1)
    throw refused(scene ? 'The zip holds more than one .blend.' : 'The zip holds no .blend.');
  return scene;
}

function refused(what: string): PictureError {
  const how = 'Pack everything into one .blend, by File > External Data > Pack Resources in Blender.';
  return new PictureError('NOT_A_SCENE', `${what} ${how}`);
}

/** Whether the machine failed, not the zip: a full disk, a folder that is gone. */
function isOfSystem({ syscall }: NodeJS.ErrnoException): boolean {
  return syscall !== undefined;
}
