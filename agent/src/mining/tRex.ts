import { z } from 'zod';
import { unread, type MinerProgram } from './MinerProgram.ts';
import { hashesPerSecond, shares, sum, watts } from './values.ts';

const answerSchema = z.object({
  hashrate: hashesPerSecond,
  accepted_count: shares,
  rejected_count: shares,
  gpus: z
    .array(z.object({ power: watts }).catch({ power: null }))
    .max(64)
    .catch([]),
});

/** T-Rex, which answers `/summary` with hashes per second. */
export const tRex: MinerProgram = {
  name: 'T-Rex',
  apiPath: '/summary',
  argsOf: ({ pool, algorithm, wallet, worker, extra, apiPort }) => [
    ...['--algo', algorithm, '--url', pool.includes('://') ? pool : `stratum+tcp://${pool}`],
    ...['--user', wallet, ...(worker === null ? [] : ['--worker', worker])],
    ...(extra.some((each) => /^--pass(=|$)/.test(each)) ? [] : ['--pass', 'x']),
    ...['--devices', '0', '--api-bind-http', `127.0.0.1:${apiPort}`, '--api-bind-telnet', '0'],
    // It is watched over here: a watchdog of its own would start it again when it is to end.
    ...['--api-read-only', '--no-watchdog', '--no-color'],
    ...extra,
  ],
  readingOf(answer) {
    const { success, data } = answerSchema.safeParse(answer);
    if (!success) return unread;
    return {
      hashesPerSecond: data.hashrate,
      accepted: data.accepted_count,
      rejected: data.rejected_count,
      powerWatts: sum(data.gpus.map(({ power }) => power)),
    };
  },
};
