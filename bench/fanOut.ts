import type { ChildProcess } from 'node:child_process';
import { openSockets } from './load.ts';
import type { Program } from './program.ts';
import { percentile } from './table.ts';

/** What one round of events came to. */
export interface FanOut {
  /** Milliseconds from publishing to receiving. */
  p50: number;
  p99: number;
  /** Share of deliveries that did not arrive, 0 to 1. */
  lost: number;
  /** Seconds of the program's processor time for 1,000 deliveries. */
  cpuPerThousand: number;
}

const query =
  'subscription ($ids: [ID!]) { heard(workerIds: $ids) { sequence sentAt worker { id name earnings { total } currentTask { progress } } } }';
const quietMs = 2_000;

/** Events every 50 ms to `listeners` sockets that all want the same, or each something else. */
export async function fanOut(
  program: Program,
  publisher: ChildProcess,
  listeners: number,
  alike: boolean,
  events: number,
): Promise<FanOut> {
  const sockets = await openSockets(program, listeners, 1);
  const delays: number[] = [];
  const { promise: quiet, resolve } = Promise.withResolvers<void>();
  let silence: NodeJS.Timeout | undefined;
  const heard = () => {
    clearTimeout(silence);
    if (delays.length === listeners * events) resolve();
    else silence = setTimeout(resolve, quietMs);
  };
  sockets.forEach((socket, i) => {
    socket.on('message', (data) => {
      const sentAt = /"sentAt":(\d+)/.exec(String(data));
      if (!sentAt) return;
      delays.push(Date.now() - Number(sentAt[1]));
      heard();
    });
    socket.send(
      JSON.stringify({
        id: '1',
        type: 'subscribe',
        payload: { query, variables: { ids: alike ? ['w1'] : ['w1', `x${i}`] } },
      }),
    );
  });
  await new Promise((settle) => setTimeout(settle, 1_000));
  const cpu = program.cpuSeconds();
  publisher.send({ events, everyMs: 50 });
  silence = setTimeout(resolve, events * 50 + quietMs);
  await quiet;
  clearTimeout(silence);
  const used = program.cpuSeconds() - cpu;
  for (const socket of sockets) socket.terminate();
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    lost: 1 - delays.length / (listeners * events),
    cpuPerThousand: (used * 1000) / delays.length,
  };
}
