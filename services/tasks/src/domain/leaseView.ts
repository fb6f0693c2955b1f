import type { World } from './world.ts';
import type { LeasedTask } from './heldLease.ts';
import { assetIds, attemptIdOf } from './ids.ts';
import { priceOf } from './pricing.ts';

/** A lease as its agent sees it. */
export interface LeaseView {
  readonly attemptId: string;
  readonly taskId: string;
  readonly token: string;
  readonly slot: number;
  readonly kind: 'UPSCALE';
  readonly check: boolean;
  readonly expiresAt: Date;
  readonly inputUrl: string;
  readonly upscale: {
    readonly factor: number;
    readonly width: number;
    readonly height: number;
    readonly keepTop: number;
    readonly keepHeight: number;
  };
  /** Micro-USD. */
  readonly reward: bigint;
}

/** What an agent needs to run the task that it leased. */
export function leaseView({ urls }: Pick<World, 'urls'>, task: LeasedTask): LeaseView {
  const { _id: taskId, lease, band, width, factor, kind, milliUnits, feeBasisPoints } = task;
  const attemptId = attemptIdOf(taskId, task.attempts);
  const { token, slot, check, expiresAt } = lease;
  return {
    ...{ attemptId, taskId, token, slot, kind, check, expiresAt },
    inputUrl: urls.sign({ method: 'GET', assetId: assetIds.band(taskId), attemptId }).url,
    upscale: {
      ...{ factor, width },
      height: band.inputHeight,
      keepTop: band.top - band.inputTop,
      keepHeight: band.height,
    },
    reward: check ? 0n : priceOf(milliUnits, lease.bid, feeBasisPoints).reward,
  };
}
