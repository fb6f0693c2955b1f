import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AgentError } from '../AgentError.ts';
import type { BenchRecord } from '../bench/BenchRecord.ts';
import { writeBenchRecord } from '../bench/BenchRecord.ts';
import { measureMachine } from '../bench/measureMachine.ts';
import { systemClock } from '../clock.ts';
import { callAgent } from '../control/callAgent.ts';
import { createEngines } from '../engine/engines.ts';
import { Home } from '../home/Home.ts';
import { isHomeLocked, lockHome } from '../home/lockHome.ts';
import { gpuMonitorHere } from '../metrics/gpuMonitorHere.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import type { LocalState } from '../page/LocalState.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const COMMAND_LIMIT_MS = 15_000;
const ASK_EVERY_MS = 1_000;

/** Measures how fast this machine is, by the running agent where there is one, and prints it. */
export async function runBench(folder: string, json: boolean): Promise<ExitCode> {
  const tell = (step: string): void => {
    if (!json) console.log(`Measuring ${step} …`);
  };
  const record = isHomeLocked(new Home(folder).folder)
    ? await byAgent(new Home(folder), tell)
    : await alone(Home.open(folder), tell);
  console.log(json ? JSON.stringify(record, null, 2) : linesOf(record).join('\n'));
  return exitCodes.done;
}

async function byAgent(home: Home, tell: (step: string) => void): Promise<BenchRecord> {
  let { bench } = (await callAgent(home, 'POST', '/api/bench')) as LocalState;
  let told: string | undefined;
  while (bench?.step) {
    if (bench.step !== told) tell((told = bench.step));
    await wait(ASK_EVERY_MS);
    ({ bench } = (await callAgent(home, 'GET', '/api/state')) as LocalState);
  }
  if (!bench?.record || bench.problem !== null)
    throw new AgentError('BENCH_FAILED', bench?.problem ?? 'This agent measures nothing.');
  return bench.record;
}

async function alone(home: Home, tell: (step: string) => void): Promise<BenchRecord> {
  const release = lockHome(home.folder);
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const { gpus, problem } = await gpuMonitorHere(COMMAND_LIMIT_MS)();
    if (problem !== null) throw new AgentError('BENCH_FAILED', `The GPUs cannot be read: ${problem}.`);
    const { gpusOff } = (await SettingsFile.open(home.settings)).current;
    const engines = createEngines({ home, checker: false, insistWithoutSandbox: false, clock: systemClock });
    const record = await measureMachine(
      { engines, gpus: gpus.map(({ gpu }) => gpu), gpusOff },
      {
        folder: join(home.work, `benchmark-${randomUUID()}`),
        clock: systemClock,
        signal: abort.signal,
        onStep: tell,
      },
    );
    await writeBenchRecord(home.benchmark, record);
    return record;
  } catch (error) {
    if (abort.signal.aborted) throw new AgentError('BENCH_FAILED', 'It was ended early.', { cause: error });
    throw error;
  } finally {
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
    release();
  }
}

const units = { UPSCALE: 'output megapixels/s', RENDER: 'megasamples/s' } as const;
const works = { UPSCALE: 'AI upscaling', RENDER: '3D rendering' } as const;

function linesOf({
  score,
  assumed,
  slots,
  problems,
  reported,
  takenAt,
  agentVersion,
}: BenchRecord): string[] {
  return [
    `Bench score ${score}. The reference GPU scores 1000${assumed ? ', which is assumed: none was measured yet' : ''}.`,
    ...slots.flatMap(({ slot, gpu, driver, score: each, results }) => [
      `  slot ${slot}  ${each}  ${gpu ?? 'processor'}${driver === null ? '' : `, driver ${driver}`}`,
      ...results.map(
        ({ kind, perSecond, score: one, engine, model, device }) =>
          `    ${works[kind].padEnd(12)}  ${one}  ${perSecond.toPrecision(3)} ${units[kind]} by ${engine}${model === null ? '' : `, ${model}`} on the ${device}`,
      ),
    ]),
    ...problems.map((problem) => `  ${problem}`),
    `  measured ${takenAt} by version ${agentVersion}${reported ? '' : '; the platform is told when the agent is online'}`,
  ];
}
