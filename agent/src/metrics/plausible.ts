import type { GpuSample } from './GpuReading.ts';

/** What the platform takes; one value beyond it would have it refuse the whole reading. */
const BOUNDS: { readonly [Name in keyof GpuSample]?: readonly [least: number, most: number] } = {
  utilizationPercent: [0, 100],
  memoryUsedMiB: [0, 2 ** 24],
  memoryTotalMiB: [0, 2 ** 24],
  temperatureCelsius: [-100, 300],
  memoryTemperatureCelsius: [-100, 300],
  powerWatts: [0, 10_000],
  powerLimitWatts: [0, 10_000],
  fanPercent: [0, 300],
  smClockMhz: [0, 100_000],
  memoryClockMhz: [0, 100_000],
  pcieGeneration: [0, 16],
  pcieGenerationMax: [0, 16],
  pcieWidth: [0, 64],
  pcieWidthMax: [0, 64],
  eccCorrected: [0, 2 ** 48],
  eccUncorrected: [0, 2 ** 48],
  retiredPages: [0, 1_000_000],
  remappedRows: [0, 1_000_000],
};

/** A sample without what no GPU can be like: drivers that fail print such numbers. */
export function plausible(sample: GpuSample): GpuSample {
  const values = Object.entries(sample).map(([name, value]) => {
    const [least, most] = BOUNDS[name as keyof GpuSample] ?? [-Infinity, Infinity];
    return [name, typeof value === 'number' && (value < least || value > most) ? null : value];
  });
  return Object.fromEntries(values) as GpuSample;
}
