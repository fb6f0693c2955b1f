import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../startError.ts';
import type { StoreLog } from '../storeLog.ts';
import type { Listen } from '../wire/address.ts';
import type { Order, Report } from './protocol.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A server that ran this long was healthy: its next crash is the first again. */
const HEALTHY_AFTER_MS = 30_000;
const CLOSE_WITHIN_MS = 5_000;

/** A running embedded server in a process of its own. */
export interface SupervisedServer {
  /** The TCP port it listens on; undefined on a socket. */
  readonly port: number | undefined;
  /** The process that serves now; undefined between a crash and the restart. */
  readonly pid: number | undefined;
  /** Ends the process after the writes that it has been given. */
  close(): Promise<void>;
}

/**
 * Runs the embedded server as a child process and starts it again, after a growing pause, whenever it dies.
 * @throws StartError when the first start fails; later failures are logged and tried again.
 */
export async function superviseServer(order: Order, log: StoreLog): Promise<SupervisedServer> {
  const closing = new AbortController();
  let started = performance.now();
  let { child, port } = await start(order, log);
  const listen: Listen = 'path' in order.listen ? order.listen : { ...order.listen, port: port ?? 0 };
  const watching = watch();

  async function watch(): Promise<void> {
    for (let crashes = 0; ; crashes++) {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      if (closing.signal.aborted) return;
      if (performance.now() - started > HEALTHY_AFTER_MS) crashes = 0;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** crashes, LONGEST_PAUSE_MS);
      log.error(
        { exitCode: child.exitCode, signal: child.signalCode, pause },
        'embedded store died; restarting it',
      );
      await delay(pause, undefined, { signal: closing.signal }).catch(() => {});
      if (closing.signal.aborted) return;
      started = performance.now();
      await start({ file: order.file, listen }, log).then(
        (next) => ({ child, port } = next),
        (error: StartError) => log.error({ code: error.code }, error.message),
      );
      if (closing.signal.aborted && child.connected) child.send('close');
    }
  }

  return {
    get port() {
      return port;
    },
    get pid() {
      return child.exitCode === null && child.signalCode === null ? child.pid : undefined;
    },
    async close() {
      closing.abort();
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_WITHIN_MS);
      if (child.connected) child.send('close');
      await watching;
      clearTimeout(timer);
    },
  };
}

async function start(
  order: Order,
  log: StoreLog,
): Promise<{ child: ChildProcess; port: number | undefined }> {
  const child = fork(new URL('./child.ts', import.meta.url), {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr
    ?.setEncoding('utf8')
    .on('data', (text: string) => log.warn({}, `embedded store: ${text.trimEnd()}`));
  const outcome = Promise.race([
    once(child, 'message').then(([report]) => report as Report),
    once(child, 'exit').then(([code, signal]): Report => {
      return {
        ready: false,
        code: 'STORE_FAILED',
        message: `the embedded store ended at once (${signal ?? code})`,
      };
    }),
  ]);
  child.send(order, () => {});
  const report = await outcome;
  if (report.ready) return { child, port: report.port };
  throw new StartError(report.code, report.message);
}
