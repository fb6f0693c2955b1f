import type { Mining } from '../mining/Mining.ts';
import type { Work } from './Work.ts';

/** Has no miner in these slots until what it resolves with is called; a slot with a task by then keeps its peace. */
export async function clearOfMiners(
  slots: readonly number[],
  mining: Pick<Mining, 'beforeWork' | 'afterWork'>,
  works: () => readonly Work[],
): Promise<() => void> {
  const giveBack = (): void => {
    const busy = new Set(works().map(({ lease }) => lease.slot));
    for (const slot of slots) if (!busy.has(slot)) mining.afterWork(slot);
  };
  try {
    await Promise.all(slots.map((slot) => mining.beforeWork(slot)));
    return giveBack;
  } catch (error) {
    giveBack();
    throw error;
  }
}
