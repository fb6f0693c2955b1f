import { AgentError } from '../AgentError.ts';
import { systemClock } from '../clock.ts';
import { createEngines } from '../engine/engines.ts';
import { Home } from '../home/Home.ts';
import { lockHome } from '../home/lockHome.ts';
import { createLog } from '../log.ts';
import { createCommand } from '../metrics/createCommand.ts';
import { createGpuMonitor } from '../metrics/createGpuMonitor.ts';
import { Agent } from '../run/Agent.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const READING_INTERVAL_MS = 5_000;
const CHECKER_READING_INTERVAL_MS = 60_000;
const NVIDIA_SMI_LIMIT_MS = 5_000;
const STOP_LIMIT_MS = 15_000;

export interface StartOptions {
  readonly folder: string;
  /** Whether it serves the platform itself: then it stays out of everyone's way. */
  readonly checker: boolean;
  /** Whether the owner has scenes rendered where no sandbox works. */
  readonly insistWithoutSandbox: boolean;
  readonly logLevel: string;
}

/** Runs the agent of a home folder until it is told to stop, or the platform ends its credential. */
export async function startAgent(options: StartOptions): Promise<ExitCode> {
  const { folder, checker, logLevel } = options;
  const home = Home.open(folder);
  const release = lockHome(home.folder);
  try {
    const enrolment = await home.readEnrolment();
    if (!enrolment) {
      throw new AgentError(
        'NOT_ENROLLED',
        `${home.folder} belongs to no worker yet. Create one in the portal and import its configuration: pictor-worker import FILE`,
      );
    }
    const log = createLog(logLevel);
    const agent = new Agent({
      home,
      enrolment,
      key: await home.key(),
      engines: createEngines({ ...options, clock: systemClock }),
      gpuMonitor: createGpuMonitor(createCommand('nvidia-smi', NVIDIA_SMI_LIMIT_MS)),
      readingIntervalMs: checker ? CHECKER_READING_INTERVAL_MS : READING_INTERVAL_MS,
      clock: systemClock,
      log,
    });
    log.info({ worker: enrolment.workerName, workerId: enrolment.workerId, home: home.folder }, 'started');
    await agent.start();
    const ended = await Promise.race([agent.ended, askedToStop()]);
    log.info('stopping');
    setTimeout(() => process.exit(exitCodes.failed), STOP_LIMIT_MS).unref();
    await agent.stop();
    log.info('stopped');
    if (ended) throw ended;
    return exitCodes.done;
  } finally {
    release();
  }
}

/** Resolves at the first signal, or when the process that forked this one is gone; a second signal ends it at once. */
function askedToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve(undefined);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.removeListener(signal, stop);
        process.once(signal, () => process.exit(exitCodes.failed));
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    process.once('disconnect', stop);
    process.channel?.unref();
  });
}
