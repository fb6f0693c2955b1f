import type { WorkerRowFragment } from '#lib/generated/graphql.ts';
import { memory } from './counted.ts';
import type { Fact } from './gpuFacts.ts';
import type { Reading } from './readings.ts';
import { asText, span } from './time.ts';

/** Scenes and results need room: below this the disk is said to be short. */
const shortMiB = 10 * 1024;
const unknown = '–';

/** What a machine tells beside its readings. */
export function hostFacts(host: Reading['host'], hardware: WorkerRowFragment['hardware']): Fact[] {
  const { uptimeSeconds } = host;
  const up: Fact =
    uptimeSeconds === null
      ? { name: 'Up for', value: unknown, note: 'it does not tell' }
      : { name: 'Up for', value: asText(span(uptimeSeconds * 1_000)) };
  const system: Fact[] = hardware ? [{ name: 'System', value: hardware.os }] : [];
  const kernel: Fact[] = hardware?.kernel ? [{ name: 'Kernel', value: hardware.kernel }] : [];
  return [diskFact(host), up, ...system, ...kernel];
}

function diskFact({ diskUsedMiB, diskTotalMiB }: Reading['host']): Fact {
  const name = 'Disk';
  if (diskUsedMiB === null || diskTotalMiB === null)
    return { name, value: unknown, note: 'it does not tell' };
  const written = (mebibytes: number) => asText([memory(mebibytes)]);
  const free = Math.max(0, diskTotalMiB - diskUsedMiB);
  const note = `free of ${written(diskTotalMiB)}, where the Worker App keeps its files`;
  return { name, value: written(free), note, ...(free < shortMiB ? { tone: 'warn' } : {}) };
}
