import { z } from 'zod';

const maxGpus = 64;

const between = (low: number, high: number) =>
  z
    .number()
    .min(low, `must be ${low} to ${high}`)
    .max(high, `must be ${low} to ${high}`)
    .nullish()
    .transform((value) => value ?? null);

const percent = between(0, 100);
/** Up to 16 TiB. */
const mebibytes = between(0, 2 ** 24);
const watts = between(0, 10_000);
const megahertz = between(0, 100_000);

const gpuSample = z.object({
  index: z
    .int()
    .min(0)
    .max(maxGpus - 1),
  uuid: z.string().min(1).max(100),
  utilizationPercent: percent,
  memoryUsedMiB: mebibytes,
  memoryTotalMiB: mebibytes,
  temperatureCelsius: between(-100, 300),
  powerWatts: watts,
  powerLimitWatts: watts,
  /** A fan may be driven beyond what its maker calls the highest speed. */
  fanPercent: between(0, 300),
  smClockMhz: megahertz,
  memoryClockMhz: megahertz,
});

const hostSample = z.object({
  cpuPercent: percent,
  memoryUsedMiB: mebibytes,
  memoryTotalMiB: mebibytes,
});

/** Readings as an agent sends them. */
export const readingsInput = z.array(
  z.object({
    at: z.date().transform((at) => at.getTime()),
    gpus: z
      .array(gpuSample)
      .max(maxGpus, `must be at most ${maxGpus}`)
      .refine(
        (gpus) => new Set(gpus.map(({ index }) => index)).size === gpus.length,
        'must have one sample a GPU',
      )
      .transform((gpus) => gpus.sort((a, b) => a.index - b.index)),
    host: hostSample,
  }),
);
