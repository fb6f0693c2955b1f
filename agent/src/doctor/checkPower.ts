import type { PowerCapState } from '../limits/PowerCaps.ts';
import { setPowerLimit } from '../limits/PowerCaps.ts';
import { capOf } from '../limits/capOf.ts';
import { readPowerLimits } from '../limits/readPowerLimits.ts';
import { CommandError, type Command } from '../metrics/createCommand.ts';
import { ok, type Check } from './Check.ts';

const name = 'power';

/**
 * Looks whether the power caps that the owner set hold, by what a running agent says of them, else by setting each limit to
 * what it is. Nothing where there is no cap.
 */
export async function checkPower(
  caps: Readonly<Record<string, number>>,
  running: readonly PowerCapState[] | undefined,
  nvidiaSmi: Command,
): Promise<Check[]> {
  if (Object.keys(caps).length === 0) return [];
  const problems = running
    ? running.flatMap(({ problem }) => problem ?? [])
    : await problemsOf(caps, nvidiaSmi);
  if (problems.length === 0)
    return [ok(name, running ? 'The power caps hold.' : 'The power caps can be set.')];
  const remedy =
    'Run the agent where it may set power limits, choose a cap that the GPU takes, or set it off: pictor-worker settings power-cap off';
  return [{ name, state: 'LIMITED', finding: problems.join(' '), remedy }];
}

async function problemsOf(caps: Readonly<Record<string, number>>, nvidiaSmi: Command): Promise<string[]> {
  try {
    const problems: string[] = [];
    for (const { uuid, now, least, most } of await readPowerLimits(nvidiaSmi)) {
      const cap = capOf(caps, uuid);
      if (cap === undefined) continue;
      if (now === null || least === null || most === null) problems.push(`${uuid} does not tell its limits.`);
      else if (cap < least || cap > most) problems.push(`${uuid} takes ${least} to ${most} W.`);
      else problems.push(...[await setPowerLimit(nvidiaSmi, uuid, now)].filter((each) => each !== null));
    }
    return problems;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return [`No power cap can be set: ${error.message}.`];
  }
}
