import { hungAt } from '@pictor/schema/hung';
import type { LeasedTask } from './leasedTask.ts';
import type { Times } from './times.ts';

type Lease = LeasedTask['lease'];

/** What an agent says of an attempt. */
export interface Told {
  /** Share done, 0 to 1. */
  readonly progress: number;
  /** How many signs of life it has seen. */
  readonly signs: number;
  /** Whether it stops and means to go on later. */
  readonly stopping: boolean;
}

/** When an agent was last heard from about a lease, in milliseconds since 1970. */
export const heardAt = ({ expiresAt }: Lease, times: Times): number => expiresAt.getTime() - times.lease;

/** Whether an attempt was reported on for so long without a sign of life that it counts as hung; silence never does. */
export function isHung(task: LeasedTask, times: Times): boolean {
  return heardAt(task.lease, times) >= taskHungAt(task);
}

/** When it would count as hung if it were reported on without a sign of life until then; milliseconds since 1970. */
export function taskHungAt({ lease, progress, milliUnits }: LeasedTask): number {
  return hungAt({ ...lived(lease), progress, referenceMs: milliUnits });
}

/** What a lease keeps of the life of its attempt when it is reported on: time out of which nothing was heard is left out. */
export function lifeOf(task: LeasedTask, { progress, signs, stopping }: Told, now: number, times: Times) {
  const { lease } = task;
  const { since, aliveAt } = lived(lease);
  const silentMs = now - heardAt(lease, times);
  const awayMs = silentMs > times.lease ? silentMs : 0;
  const isAlive = progress > task.progress || signs !== (lease.signs ?? 0);
  return {
    since: new Date(since + awayMs),
    aliveAt: new Date(isAlive ? now : aliveAt + awayMs),
    signs,
    stopping,
  };
}

function lived({ startedAt, since = startedAt, aliveAt = startedAt }: Lease) {
  return { since: since.getTime(), aliveAt: aliveAt.getTime() };
}
