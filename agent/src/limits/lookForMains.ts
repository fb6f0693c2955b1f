import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Look } from './Use.ts';

const SUPPLIES = '/sys/class/power_supply';

/** Looks whether a laptop runs on its battery; what has no battery does not. Linux alone tells. */
export async function lookForMains(folder = SUPPLIES): Promise<Look> {
  const supplies = await readdir(folder).catch(() => []);
  const read = (supply: string, what: string) =>
    readFile(join(folder, supply, what), 'utf8').then(
      (text) => text.trim(),
      () => '',
    );
  const kinds = await Promise.all(
    supplies.map(async (supply) => ({
      type: await read(supply, 'type'),
      online: await read(supply, 'online'),
      // A mouse has a battery as well.
      scope: await read(supply, 'scope'),
    })),
  );
  const hasBattery = kinds.some(({ type, scope }) => type === 'Battery' && scope !== 'Device');
  const sources = kinds.filter(({ type }) => type === 'Mains' || type.startsWith('USB'));
  if (hasBattery && sources.length > 0 && sources.every(({ online }) => online === '0'))
    return { state: 'IN_USE', why: 'it runs on its battery' };
  return { state: 'FREE', why: 'it does not run on a battery' };
}
