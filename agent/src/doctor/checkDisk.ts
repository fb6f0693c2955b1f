import { statfs } from 'node:fs/promises';
import type { Home } from '../home/Home.ts';
import { ok, type Check } from './Check.ts';

const ENOUGH = 5 * 1024 ** 3;
const LEAST = 512 * 1024 ** 2;

/** Looks how much room there is for inputs and results. */
export async function checkDisk({ folder }: Home, read: typeof statfs = statfs): Promise<Check> {
  const name = 'disk';
  const { bavail, bsize } = await read(folder);
  const free = bavail * bsize;
  const finding = `${(free / 1024 ** 3).toFixed(1)} GiB are free in ${folder}.`;
  if (free >= ENOUGH) return ok(name, finding);
  const remedy = 'Make room, or move the home folder to a larger disk and name it with --home DIR.';
  return { name, state: free >= LEAST ? 'LIMITED' : 'BROKEN', finding, remedy };
}
