import type { Reading } from '../readings.ts';

/** A machine that tells nothing. */
export const aHost: Reading['host'] = {
  cpuPercent: null,
  memoryUsedMiB: null,
  memoryTotalMiB: null,
  diskUsedMiB: null,
  diskTotalMiB: null,
  networkInBytesPerSecond: null,
  networkOutBytesPerSecond: null,
  uptimeSeconds: null,
};

/** A GPU that tells nothing but what is given. */
export function aGpu(told: Partial<Reading['gpus'][number]> = {}): Reading['gpus'][number] {
  return {
    index: 0,
    uuid: 'GPU-0',
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
    ...told,
  };
}
