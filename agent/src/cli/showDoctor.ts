import { AgentError } from '../AgentError.ts';
import { systemClock } from '../clock.ts';
import { callAgent } from '../control/callAgent.ts';
import type { Check } from '../doctor/Check.ts';
import { checkConfiguration } from '../doctor/checkConfiguration.ts';
import { checkEngines } from '../doctor/checkEngines.ts';
import { checkKernelLog } from '../doctor/checkKernelLog.ts';
import { checkMachine } from '../doctor/checkMachine.ts';
import { checkMining } from '../doctor/checkMining.ts';
import { checkPower } from '../doctor/checkPower.ts';
import { createEngines } from '../engine/engines.ts';
import { Home } from '../home/Home.ts';
import { isHomeLocked } from '../home/lockHome.ts';
import { createCommand } from '../metrics/createCommand.ts';
import { gpuMonitorHere } from '../metrics/gpuMonitorHere.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import type { LocalState } from '../page/LocalState.ts';
import { readOwner } from './askOwner.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const COMMAND_LIMIT_MS = 15_000;

/** Looks at all that the agent stands on and says how each is mended; fails where no tasks can be done. */
export async function showDoctor(folder: string, json: boolean): Promise<ExitCode> {
  const home = Home.open(folder);
  const { check, enrolment } = await checkConfiguration(home);
  const gpuMonitor = gpuMonitorHere(COMMAND_LIMIT_MS);
  const factories = createEngines({ home, checker: false, insistWithoutSandbox: false, clock: systemClock });
  const { gpus } = await gpuMonitor();
  const share = {
    index: 0,
    slots: Math.max(1, gpus.length),
    gpu: gpus[0] && isNvidia(gpus[0].gpu.uuid) ? gpus[0].gpu.uuid : null,
  };
  const engines = factories.map((create) => create(share));
  const rest = await Promise.all([
    checkEngines(engines),
    checkMachine({
      home,
      gpuMonitor,
      gateway: enrolment?.gateway,
      insistWithoutSandbox: false,
      clock: systemClock,
    }),
    checkKernelLog(
      gpus.map(({ gpu }) => gpu),
      createCommand('journalctl', COMMAND_LIMIT_MS),
    ),
    checkMining(home),
  ]);
  const { powerCaps } = check.state === 'BROKEN' ? { powerCaps: {} } : await readOwner(home);
  const caps = await checkPower(
    powerCaps,
    await runningCaps(home),
    createCommand('nvidia-smi', COMMAND_LIMIT_MS),
  );
  const checks: Check[] = [check, ...rest.flat(), ...caps];
  if (json) console.log(JSON.stringify({ checks }, null, 2));
  else for (const each of checks) console.log(linesOf(each).join('\n'));
  return checks.some(({ state }) => state === 'BROKEN') ? exitCodes.failed : exitCodes.done;
}

/** What a running agent says of its caps; undefined where none runs. */
async function runningCaps(home: Home): Promise<LocalState['powerCaps'] | undefined> {
  if (!isHomeLocked(home.folder)) return undefined;
  try {
    return ((await callAgent(home, 'GET', '/api/state')) as LocalState).powerCaps;
  } catch (error) {
    if (error instanceof AgentError) return undefined;
    throw error;
  }
}

const words: Record<Check['state'], string> = {
  OK: 'ok',
  LIMITED: 'limited',
  BROKEN: 'broken',
  UNKNOWN: 'unknown',
};

function linesOf({ name, state, finding, remedy }: Check): string[] {
  const head = `${words[state].padEnd(8)} ${name.padEnd(14)} ${finding}`;
  return remedy === null ? [head] : [head, `${' '.repeat(24)}→ ${remedy}`];
}
