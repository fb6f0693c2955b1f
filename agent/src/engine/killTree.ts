import { execFile, type ChildProcess } from 'node:child_process';

/**
 * Ends a process that leads a group of its own, and that group: asks first, kills after the grace. Resolves once it has
 * exited, or after a second grace where not even a kill ends it (a read from a dead disk does that).
 */
export async function killTree(child: ChildProcess, exited: Promise<void>, graceMs: number): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    signalTree(child.pid, signal);
    if (await settles(exited, graceMs)) return;
  }
}

function signalTree(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    execFile('taskkill', ['/pid', String(pid), '/T', '/F'], () => undefined);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended on its own.
  }
}

function settles(promise: Promise<void>, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs, false);
    void promise.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
