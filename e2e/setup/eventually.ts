import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer, and resolves to it. Rejects with `what` when there is none in time. */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | null | undefined | false>,
  patienceMs = 30_000,
  everyMs = 100,
): Promise<Answer> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await pause(everyMs)) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Not within ${patienceMs / 1_000} s: ${what}`);
}
