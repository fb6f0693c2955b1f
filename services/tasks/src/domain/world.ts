import type { Clock, Events, Log, OutboxRelay } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { AssetFiles } from '../files/AssetFiles.ts';
import type { FileUrls } from '../files/FileUrls.ts';
import type { Models } from '../model/openModels.ts';
import type { PicturePool } from '../picture/PicturePool.ts';
import type { AtHand } from './AtHand.ts';
import type { Bids } from './Bids.ts';
import type { Changes } from './Changes.ts';
import type { Gathered } from './Gathered.ts';
import type { Prices } from './pricing.ts';
import type { SingleFlight } from './SingleFlight.ts';
import type { Tally } from './Tally.ts';
import type { Times } from './times.ts';
import type { Turns } from './Turns.ts';
import type { WaitingAgents } from './WaitingAgents.ts';

/** What the verbs of this service stand on. */
export interface World extends Models {
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Events<EventMap>;
  readonly files: AssetFiles;
  readonly urls: FileUrls;
  readonly pictures: PicturePool;
  readonly prices: Prices;
  readonly times: Times;
  /** When this process began, in milliseconds since 1970. */
  readonly openedAt: number;
  /** Numbers from 0 to 1, 1 excluded. */
  readonly random: () => number;
  /** Tells screens, no more often than they can use. */
  readonly changes: Changes;
  /** What workers ask. */
  readonly bids: Bids;
  /** Who was heard from lately, and what they can do. */
  readonly atHand: AtHand;
  /** Who waits for a task. */
  readonly waiting: WaitingAgents;
  /** Whose turn it is. */
  readonly turns: Turns;
  /** What leases read and write together. */
  readonly gathered: Gathered;
  /** What the server is at work on itself. */
  readonly underWay: SingleFlight;
  /** How many submissions of each creator are under way. */
  readonly submitting: Tally;
  /** How many uploads of each owner are under way. */
  readonly uploading: Tally;
  /** Starts the server's own next step for a job, or its look at a task's result or at a frame, and does not wait for it. */
  readonly kick: { job(jobId: string): void; result(taskId: string): void; frame(assetId: string): void };
  /** Tells other services what jobs, tasks and worker records have in their outbox. */
  readonly outboxes: {
    readonly jobs: OutboxRelay<EventMap>;
    readonly tasks: OutboxRelay<EventMap>;
    readonly workers: OutboxRelay<EventMap>;
  };
}
