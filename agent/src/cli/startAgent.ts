import { AgentError } from '../AgentError.ts';
import { systemClock } from '../clock.ts';
import { removeControl, writeControl } from '../control/controlFile.ts';
import { checkMachine } from '../doctor/checkMachine.ts';
import { createEngines } from '../engine/engines.ts';
import { History } from '../history/History.ts';
import { Home } from '../home/Home.ts';
import { lockHome } from '../home/lockHome.ts';
import { lookersHere } from '../limits/lookersHere.ts';
import { PowerCaps } from '../limits/PowerCaps.ts';
import { UseWatch } from '../limits/UseWatch.ts';
import { createLog, type Log } from '../log.ts';
import { createCommand } from '../metrics/createCommand.ts';
import { createHostMonitor } from '../metrics/createHostMonitor.ts';
import { gpuMonitorHere } from '../metrics/gpuMonitorHere.ts';
import { KernelLog } from '../metrics/KernelLog.ts';
import { Owner } from '../owner/Owner.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { createRoutes } from '../page/createRoutes.ts';
import { Keys } from '../page/Keys.ts';
import { LiveStreams } from '../page/LiveStreams.ts';
import { LocalError } from '../page/LocalError.ts';
import { LocalServer } from '../page/LocalServer.ts';
import { Station } from '../run/Station.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

const READING_INTERVAL_MS = 5_000;
const CHECKER_READING_INTERVAL_MS = 60_000;
const GPU_COMMAND_LIMIT_MS = 5_000;
const STOP_LIMIT_MS = 15_000;

export interface StartOptions {
  readonly folder: string;
  /** Whether it logs in JSON on a terminal too, and prints nothing else. */
  readonly json: boolean;
  /** Whether it serves the platform itself: then it stays out of everyone's way. */
  readonly checker: boolean;
  /** Whether the owner has scenes rendered where no sandbox works. */
  readonly insistWithoutSandbox: boolean;
  /** Whether it has a page, on which a configuration can be imported too. */
  readonly hasPage: boolean;
  readonly logLevel: string;
}

/** Runs the agent of a home folder until it is told to stop, or the platform ends its credential. */
export async function startAgent(options: StartOptions): Promise<ExitCode> {
  const { folder, json, checker, insistWithoutSandbox, hasPage, logLevel } = options;
  const home = Home.open(folder);
  const release = lockHome(home.folder);
  try {
    if (!hasPage && !(await home.readEnrolment())) {
      throw new AgentError(
        'NOT_ENROLLED',
        `${home.folder} belongs to no worker yet. Create one in the portal and import its configuration: pictor-worker import FILE`,
      );
    }
    const isRead = process.stdout.isTTY && !json;
    const owner = new Owner(await SettingsFile.open(home.settings), systemClock);
    const log = await createLog(logLevel, home.log, isRead);
    const streams = new LiveStreams();
    const kernelLog = new KernelLog(systemClock);
    const gpuMonitor = gpuMonitorHere(GPU_COMMAND_LIMIT_MS, kernelLog);
    const limits = checker ? undefined : createLimits(home, owner, log, () => station.changed());
    const station = new Station({
      home,
      owner,
      history: new History(home.history),
      engines: createEngines({ ...options, home, clock: systemClock }),
      gpuMonitor,
      hostMonitor: createHostMonitor({ folder: home.folder, clock: systemClock }),
      powerCaps: limits && (() => limits.powerCaps.states),
      // The platform's own checker earns nothing: nobody wants to know how fast it is.
      check: checker
        ? undefined
        : (gateway) => checkMachine({ home, gpuMonitor, gateway, insistWithoutSandbox, clock: systemClock }),
      readingIntervalMs: checker ? CHECKER_READING_INTERVAL_MS : READING_INTERVAL_MS,
      clock: systemClock,
      log,
      onNews: (news) => streams.tell(news),
    });
    const close = await serve({ home, station, owner, streams, hasPage, isRead, log });
    await limits?.powerCaps.start();
    limits?.useWatch.start();
    await station.start();
    const ended = await Promise.race([station.ended, askedToStop()]);
    log.info('stopping');
    setTimeout(() => process.exit(exitCodes.failed), STOP_LIMIT_MS).unref();
    limits?.useWatch.stop();
    await close();
    await Promise.all([station.stop(), limits?.powerCaps.stop()]);
    kernelLog.stop();
    log.info('stopped');
    if (ended) throw ended;
    return exitCodes.done;
  } finally {
    release();
  }
}

/** What keeps the machine to its owner's limits; the platform's own checker has none. */
function createLimits(home: Home, owner: Owner, log: Log, onChange: () => void) {
  const nvidiaSmi = createCommand('nvidia-smi', GPU_COMMAND_LIMIT_MS);
  return {
    powerCaps: new PowerCaps({
      path: home.powerLimits,
      nvidiaSmi,
      owner,
      clock: systemClock,
      log,
      onChange,
    }),
    useWatch: new UseWatch({ owner, lookers: lookersHere(), clock: systemClock }),
  };
}

interface Served {
  readonly home: Home;
  readonly station: Station;
  readonly owner: Owner;
  readonly streams: LiveStreams;
  readonly hasPage: boolean;
  /** Whether people read what is printed. */
  readonly isRead: boolean;
  readonly log: Log;
}

/** Serves the page and the commands; what it resolves with ends that. */
async function serve({
  home,
  station,
  owner,
  streams,
  hasPage,
  isRead,
  log,
}: Served): Promise<() => Promise<void>> {
  const keys = new Keys(systemClock);
  const link = (): string => {
    if (!hasPage) throw new LocalError(404, 'NO_PAGE', 'This agent was started without a page.');
    return `http://127.0.0.1:${server.port}/#${keys.secret()}`;
  };
  const server = new LocalServer({
    keys,
    streams,
    hasPage,
    log,
    known: () => station.known(),
    routes: createRoutes({ station, owner, clock: systemClock, link }),
  });
  await server.listen();
  await writeControl(home.control, { port: server.port, bearer: keys.control }).catch((error: unknown) =>
    log.warn({ err: error }, 'commands cannot reach this agent: its control file could not be written'),
  );
  if (hasPage && isRead) {
    console.log(`\n  The page of this machine, for the next 5 minutes:\n  ${link()}\n`);
  } else if (hasPage) {
    // The address holds a secret, which is not for a log.
    log.info({ port: server.port }, 'the page is served: pictor-worker page prints its address');
  }
  return async () => {
    await removeControl(home.control);
    await server.close();
  };
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
