import type { FileHandle } from 'node:fs/promises';
import { OutboxRelay, type Clock, type Events, type Log } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { Connection } from 'mongoose';
import { AssetFiles } from '../files/AssetFiles.ts';
import { FileUrls } from '../files/FileUrls.ts';
import { openModels } from '../model/openModels.ts';
import { PicturePool } from '../picture/PicturePool.ts';
import { AtHand } from './AtHand.ts';
import { Bids } from './Bids.ts';
import { Changes } from './Changes.ts';
import { continueJob } from './continueJob.ts';
import { examineTask } from './examineTask.ts';
import { makeGathered } from './makeGathered.ts';
import type { Prices } from './pricing.ts';
import { seeFrame } from './seeFrame.ts';
import { SingleFlight } from './SingleFlight.ts';
import { Tally } from './Tally.ts';
import { defaultTimes, type Times } from './times.ts';
import { Turns } from './Turns.ts';
import { WaitingAgents } from './WaitingAgents.ts';
import type { World } from './world.ts';

/** What the service is given. */
export interface Given {
  readonly connection: Connection;
  readonly events: Events<EventMap>;
  readonly clock: Clock;
  readonly log: Log;
  readonly prices: Prices;
  /** The folder under which files are kept. */
  readonly dataDir: string;
  /** How browsers and agents reach the platform, such as `https://pictor.example`. */
  readonly publicUrl: string;
  /** Signs the addresses of files: 32 bytes. */
  readonly filesKey: Buffer;
  /** Other times than the usual ones, in milliseconds. */
  readonly times?: Partial<Times>;
  /** Numbers from 0 to 1, 1 excluded; Math.random unless given. */
  readonly random?: () => number;
  /** Stands in for the file system's own. */
  readonly openFile?: (path: string, flags: string) => Promise<FileHandle>;
  /** Stands in for the usual picture processes. */
  readonly pictures?: PicturePool;
}

/** Puts together what the verbs of this service stand on. */
export function openWorld(given: Given): World {
  const { connection, events, clock, log, prices, dataDir, publicUrl, filesKey } = given;
  const models = openModels(connection);
  const times = { ...defaultTimes, ...given.times };
  const world: World = {
    ...models,
    ...{ clock, log, events, prices, times },
    openedAt: clock.now(),
    files: new AssetFiles(dataDir, given.openFile),
    urls: new FileUrls(publicUrl, filesKey, clock, times.urlMin),
    pictures: given.pictures ?? new PicturePool(),
    random: given.random ?? Math.random,
    changes: new Changes(events, clock, times.changeEvery),
    bids: new Bids(models.workers, prices.defaultBidMicroUsd, clock, times.bidKept),
    atHand: new AtHand(clock, times.atHand),
    waiting: new WaitingAgents(events),
    turns: new Turns(),
    gathered: makeGathered(() => world),
    underWay: new SingleFlight(),
    submitting: new Tally(),
    uploading: new Tally(),
    kick: {
      job: (jobId) => void continueJob(world, jobId),
      result: (taskId) => void examineTask(world, taskId),
      frame: (assetId) => void seeFrame(world, assetId),
    },
    outboxes: {
      jobs: new OutboxRelay<EventMap>(models.jobs, events, clock, log),
      tasks: new OutboxRelay<EventMap>(models.tasks, events, clock, log),
      workers: new OutboxRelay<EventMap>(models.workers, events, clock, log),
    },
  };
  return world;
}
