import type { Clock } from '../clock.ts';
import { tryWebSocket } from '../platform/tryWebSocket.ts';
import { ok, unknown, type Check } from './Check.ts';

const LIMIT_MS = 10_000;
/** The platform takes no readings from so far ahead. */
const MOST_SKEW_MS = 5 * 60_000;
const ENOUGH_SKEW_MS = 30_000;

/** Looks whether the platform can be reached, by HTTP and by the WebSocket that the agent needs, and what its clock says of ours. */
export async function checkNetwork(gateway: string | undefined, clock: Clock): Promise<Check[]> {
  if (gateway === undefined) {
    const remedy = 'Import a configuration first.';
    const nobody = {
      state: 'LIMITED',
      finding: 'Without a worker there is no platform to ask.',
      remedy,
    } as const;
    return [
      { name: 'network', ...nobody },
      { name: 'clock', ...nobody },
    ];
  }
  try {
    const [asked, begun] = [clock.now(), clock.elapsed()];
    const response = await fetch(gateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const tookMs = clock.elapsed() - begun;
    const answer: unknown = await response.json().catch(() => undefined);
    if (typeof answer !== 'object' || answer === null) throw new Error('something else answers there');
    const answers = `${gateway} answers in ${Math.round(tookMs)} ms`;
    const blocked = await tryWebSocket(gateway);
    const network: Check =
      blocked === undefined
        ? ok('network', `${answers}, and takes WebSockets.`)
        : {
            name: 'network',
            state: 'BROKEN',
            finding: `${answers}, but a WebSocket does not come through: ${blocked}.`,
            remedy:
              'Have the proxy or firewall on the way let WebSockets (HTTP Upgrade) to that address through.',
          };
    return [network, clockOf(response.headers.get('date'), asked + tookMs / 2)];
  } catch (error) {
    const why =
      error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : error;
    const remedy =
      'Check this machine’s network, its firewall and the address; tasks go on and results are kept meanwhile.';
    return [
      { name: 'network', state: 'BROKEN', finding: `${gateway} cannot be reached: ${why}.`, remedy },
      {
        name: 'clock',
        state: 'UNKNOWN',
        finding: 'The clock is compared with the platform’s, which cannot be reached.',
        remedy: 'Mend the network first.',
      },
    ];
  }
}

function clockOf(date: string | null, ours: number): Check {
  const name = 'clock';
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return unknown(name, 'The platform does not tell its time.');
  // The header tells whole seconds: half of one is the best guess.
  const skew = ours - (theirs + 500);
  const seconds = Math.round(Math.abs(skew) / 1_000);
  if (Math.abs(skew) <= ENOUGH_SKEW_MS) return ok(name, 'The clock agrees with the platform’s.');
  return {
    name,
    state: Math.abs(skew) > MOST_SKEW_MS ? 'BROKEN' : 'LIMITED',
    finding: `The clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} the platform’s.`,
    remedy: 'Let the machine set its clock by the network: timedatectl set-ntp true on Linux.',
  };
}
