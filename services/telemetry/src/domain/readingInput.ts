import { z } from 'zod';

const maxGpus = 64;
const maxXids = 8;

/** What is left out is null, too. */
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value): z.output<Schema> | null => value ?? null);

const between = (low: number, high: number) =>
  orNull(z.number().min(low, `must be ${low} to ${high}`).max(high, `must be ${low} to ${high}`));

const whole = (low: number, high: number) =>
  between(low, high).refine((value) => value === null || Number.isInteger(value), 'must be a whole number');

const percent = between(0, 100);
const celsius = between(-100, 300);
/** Up to 16 TiB. */
const mebibytes = between(0, 2 ** 24);
/** Up to 16 EiB: a home may lie on a file system of a whole data centre. */
const diskMebibytes = between(0, 2 ** 44);
const watts = between(0, 10_000);
const megahertz = between(0, 100_000);

const pcieGeneration = whole(0, 16);
const pcieWidth = whole(0, 64);
/** Counts of errors are Floats on the wire, whose whole numbers reach further. */
const errorCount = whole(0, 2 ** 48);
const memoryParts = whole(0, 1_000_000);
const bytesPerSecond = between(0, 2 ** 40);

const throttleReasons = z
  .array(
    z.enum([
      'IDLE',
      'APPLICATION_CLOCKS',
      'POWER_CAP',
      'HARDWARE_SLOWDOWN',
      'SYNC_BOOST',
      'SOFTWARE_THERMAL',
      'HARDWARE_THERMAL',
      'POWER_BRAKE',
      'DISPLAY_CLOCKS',
      'OTHER',
    ]),
  )
  .refine((reasons) => new Set(reasons).size === reasons.length, 'must have each reason once');

const xids = z
  .array(
    z.object({
      code: z.int().min(1, 'must be 1 to 100000').max(100_000, 'must be 1 to 100000'),
      at: z.date().transform((at) => at.getTime()),
    }),
  )
  .max(maxXids, `must be at most ${maxXids}`)
  .transform((all) => all.sort((a, b) => a.at - b.at));

const gpuSample = z.object({
  index: z
    .int()
    .min(0)
    .max(maxGpus - 1),
  uuid: z.string().min(1).max(100),
  state: z.enum(['READ', 'UNREAD', 'LOST']).default('READ'),
  utilizationPercent: percent,
  memoryUsedMiB: mebibytes,
  memoryTotalMiB: mebibytes,
  temperatureCelsius: celsius,
  memoryTemperatureCelsius: celsius,
  powerWatts: watts,
  powerLimitWatts: watts,
  /** A fan may be driven beyond what its maker calls the highest speed. */
  fanPercent: between(0, 300),
  smClockMhz: megahertz,
  memoryClockMhz: megahertz,
  pcieGeneration,
  pcieGenerationMax: pcieGeneration,
  pcieWidth,
  pcieWidthMax: pcieWidth,
  eccCorrected: errorCount,
  eccUncorrected: errorCount,
  retiredPages: memoryParts,
  remappedRows: memoryParts,
  repairPending: orNull(z.boolean()),
  throttleReasons: orNull(throttleReasons),
  xids: orNull(xids),
});

const hostSample = z.object({
  cpuPercent: percent,
  memoryUsedMiB: mebibytes,
  memoryTotalMiB: mebibytes,
  diskUsedMiB: diskMebibytes,
  diskTotalMiB: diskMebibytes,
  networkInBytesPerSecond: bytesPerSecond,
  networkOutBytesPerSecond: bytesPerSecond,
  uptimeSeconds: between(0, 100 * 366 * 86_400),
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
