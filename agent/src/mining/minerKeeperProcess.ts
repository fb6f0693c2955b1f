/**
 * The process between the agent and a miner. It leads the miner's group, and when the agent is gone in whatever way, a
 * kill too, it takes the group with it: no miner is ever left behind.
 */
import { execFileSync, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { killMarked, MARK } from './markedProcesses.ts';

const [file = '', ...args] = process.argv.slice(2);

function endAll(): never {
  const mark = process.env[MARK] ?? '';
  const [slot] = mark.split(':', 1);
  killMarked(mark.slice(mark.indexOf(':') + 1), Number(slot), process.pid);
  if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(process.pid), '/T', '/F']);
  else process.kill(-process.pid, 'SIGKILL');
  process.exit(1);
}

process.once('disconnect', endAll);
if (!process.connected) endAll();
// The group is asked to end: whether the miner does is its own affair, and this process ends with it.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

const miner = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true });
miner.once('error', (error) => {
  process.stderr.write(`${error.message}\n`, () => process.exit(127));
});
miner.once('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
