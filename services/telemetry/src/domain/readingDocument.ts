import type { GpuSample, HostSample, Reading } from '@pictor/schema/events';
import type { ReadingDocument, Stored } from '../model/reading.ts';
import type { Agent } from './agentOf.ts';

/** The id of a worker's reading of a moment; ids of one worker sort by time. */
export const readingId = (workerId: string, at: number) => `${workerId}/${new Date(at).toISOString()}`;

const unknownHost: HostSample = {
  cpuPercent: null,
  memoryUsedMiB: null,
  memoryTotalMiB: null,
  diskUsedMiB: null,
  diskTotalMiB: null,
  networkInBytesPerSecond: null,
  networkOutBytesPerSecond: null,
  uptimeSeconds: null,
};

const unknownGpu: Omit<GpuSample, 'index' | 'uuid'> = {
  state: 'READ',
  utilizationPercent: null,
  memoryUsedMiB: null,
  memoryTotalMiB: null,
  temperatureCelsius: null,
  memoryTemperatureCelsius: null,
  powerWatts: null,
  powerLimitWatts: null,
  fanPercent: null,
  smClockMhz: null,
  memoryClockMhz: null,
  pcieGeneration: null,
  pcieGenerationMax: null,
  pcieWidth: null,
  pcieWidthMax: null,
  eccCorrected: null,
  eccUncorrected: null,
  retiredPages: null,
  remappedRows: null,
  repairPending: null,
  throttleReasons: null,
  xids: null,
};

/** A reading as it is stored: what was not told takes no room. */
export function documentOf({ workerId, providerId }: Agent, reading: Reading): ReadingDocument {
  const { at, gpus, host } = reading;
  return {
    _id: readingId(workerId, at),
    workerId,
    providerId,
    at: new Date(at),
    gpus: gpus.map((sample) => withoutDefaults(sample, unknownGpu)),
    host: withoutDefaults(host, unknownHost),
  };
}

/** A stored reading as it is shown. */
export function readingOf({ at, gpus, host }: ReadingDocument): Reading {
  return {
    at: at.getTime(),
    gpus: gpus.map((sample) => ({ ...unknownGpu, ...sample })),
    host: { ...unknownHost, ...host },
  };
}

function withoutDefaults<Sample extends object, Defaults extends object>(
  sample: Sample,
  defaults: Defaults,
): Stored<Sample, keyof Defaults> {
  const told = Object.entries(sample).filter(([name, value]) => defaults[name as keyof Defaults] !== value);
  return Object.fromEntries(told) as Stored<Sample, keyof Defaults>;
}
