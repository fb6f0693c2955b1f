import { setTimeout as sleep } from 'node:timers/promises';

const deadlineMs = 8_000;

/** Waits for what cannot be awaited, such as something in another process. */
export async function until(what: () => unknown, within = deadlineMs): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await what())) {
    if (Date.now() > deadline) throw new Error(`never happened: ${String(what)}`);
    await sleep(5);
  }
}
