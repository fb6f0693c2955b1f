import { z } from 'zod';
import { unread, type MinerProgram } from './MinerProgram.ts';
import { hashesPerSecond, shares, sum, watts } from './values.ts';

const FACTORS: Record<string, number> = { '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12 };

const answerSchema = z.object({
  Algorithms: z
    .array(
      z.object({
        Total_Performance: z.number().nullable().catch(null),
        Performance_Factor: z.number().positive().optional().catch(undefined),
        /** Such as Mh/s or sol/s. */
        Performance_Unit: z.string().max(20).optional().catch(undefined),
        Total_Accepted: shares,
        Total_Rejected: shares,
      }),
    )
    .min(1)
    .max(8),
  Workers: z
    .array(z.object({ Power: watts }).catch({ Power: null }))
    .max(64)
    .catch([]),
});

/** lolMiner, which answers `/` with a number and what to multiply it by. */
export const lolMiner: MinerProgram = {
  name: 'lolMiner',
  apiPath: '/',
  argsOf: ({ pool, algorithm, wallet, worker, extra, apiPort }) => [
    ...['--algo', algorithm, '--pool', pool, '--user', wallet],
    ...(worker === null ? [] : ['--worker', worker]),
    // Other makers' GPUs are not hidden from it.
    ...['--devices', 'NVIDIA', '--apihost', '127.0.0.1', '--apiport', String(apiPort), '--nocolor'],
    ...extra,
  ],
  readingOf(answer) {
    const { success, data } = answerSchema.safeParse(answer);
    const algorithm = success ? data.Algorithms[0] : undefined;
    if (!success || !algorithm) return unread;
    const { Total_Performance: performance, Performance_Factor: factor, Performance_Unit: name } = algorithm;
    const times = factor ?? FACTORS[/^([kMGT]?)(?:h|sol|g)\/s$/i.exec(name ?? '')?.[1] ?? 'unknown'];
    return {
      hashesPerSecond:
        performance === null || times === undefined ? null : hashesPerSecond.parse(performance * times),
      accepted: algorithm.Total_Accepted,
      rejected: algorithm.Total_Rejected,
      powerWatts: sum(data.Workers.map(({ Power }) => Power)),
    };
  },
};
