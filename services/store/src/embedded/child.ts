import { StartError } from '../startError.ts';
import { startServer } from '../wire/startServer.ts';
import type { Order, Report } from './protocol.ts';

/** The program of the embedded server's process: it serves one data file until its parent closes it or dies. */
process.once('message', (order: Order) => void serve(order));
process.on('SIGINT', leaveItToTheParent);
process.on('SIGTERM', leaveItToTheParent);

async function serve(order: Order): Promise<void> {
  try {
    const server = await startServer(order);
    const stop = () => void server.close().then(() => process.exit(0));
    process.once('disconnect', stop);
    if (!process.connected) return stop();
    process.once('message', () => process.disconnect());
    report({ ready: true, port: server.port });
  } catch (error) {
    const code = error instanceof StartError ? error.code : 'STORE_FAILED';
    report({ ready: false, code, message: (error as Error).message });
    process.exitCode = 1;
    process.disconnect();
  }
}

function report(message: Report): void {
  process.send?.(message);
}

/** Ctrl-C reaches the whole process group, but the parent still has writes to finish: it ends this process itself. */
function leaveItToTheParent(): void {}
