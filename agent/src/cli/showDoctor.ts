import { systemClock } from '../clock.ts';
import type { Check } from '../doctor/Check.ts';
import { checkConfiguration } from '../doctor/checkConfiguration.ts';
import { checkDisk } from '../doctor/checkDisk.ts';
import { checkDriver } from '../doctor/checkDriver.ts';
import { checkEngines } from '../doctor/checkEngines.ts';
import { checkMining } from '../doctor/checkMining.ts';
import { checkNetwork } from '../doctor/checkNetwork.ts';
import { checkSandbox } from '../doctor/checkSandbox.ts';
import { createEngines } from '../engine/engines.ts';
import { Home } from '../home/Home.ts';
import { createCommand } from '../metrics/createCommand.ts';
import { createGpuMonitor } from '../metrics/createGpuMonitor.ts';
import { probeSandbox } from '../sandbox/probeSandbox.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const COMMAND_LIMIT_MS = 15_000;

/** Looks at all that the agent stands on and says how each is mended; fails where no tasks can be done. */
export async function showDoctor(folder: string, json: boolean): Promise<ExitCode> {
  const home = Home.open(folder);
  const { check, enrolment } = await checkConfiguration(home);
  const gpuMonitor = createGpuMonitor({
    nvidiaSmi: createCommand('nvidia-smi', COMMAND_LIMIT_MS),
    rocmSmi: createCommand('rocm-smi', COMMAND_LIMIT_MS),
    clock: systemClock,
  });
  const factories = createEngines({ home, checker: false, insistWithoutSandbox: false, clock: systemClock });
  const { gpus } = await gpuMonitor();
  const share = { index: 0, slots: Math.max(1, gpus.length), gpu: gpus[0]?.gpu.uuid ?? null };
  const engines = factories.map((create) => create(share));
  const rest = await Promise.all([
    checkDriver(gpuMonitor),
    checkEngines(engines),
    probeSandbox().then(checkSandbox),
    checkDisk(home),
    checkMining(home),
    checkNetwork(enrolment?.gateway, systemClock),
  ]);
  const checks: Check[] = [check, ...rest.flat()];
  if (json) console.log(JSON.stringify({ checks }, null, 2));
  else for (const each of checks) console.log(linesOf(each).join('\n'));
  return checks.some(({ state }) => state === 'BROKEN') ? exitCodes.failed : exitCodes.done;
}

const words: Record<Check['state'], string> = { OK: 'ok', LIMITED: 'limited', BROKEN: 'broken' };

function linesOf({ name, state, finding, remedy }: Check): string[] {
  const head = `${words[state].padEnd(8)} ${name.padEnd(14)} ${finding}`;
  return remedy === null ? [head] : [head, `${' '.repeat(24)}→ ${remedy}`];
}
