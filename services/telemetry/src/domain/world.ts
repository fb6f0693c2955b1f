import type { Clock, Events, Log, OutboxRelay } from '@pictor/kit';
import type { EventMap, Reading } from '@pictor/schema/events';
import type { Models } from '../model/openModels.ts';
import type { ReadingDocument } from '../model/reading.ts';
import type { Gathering } from './gathering.ts';
import type { Heard } from './heard.ts';
import type { KnownLiveness } from './knownLiveness.ts';
import type { Recent } from './recent.ts';
import type { Watches } from './watches.ts';

/** What the verbs of this service stand on. */
export interface World extends Models {
  readonly events: Events<EventMap>;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells of connectivity and heat. */
  readonly outbox: OutboxRelay<EventMap>;
  /** Liveness as this process last read or wrote it. */
  readonly known: KnownLiveness;
  /** The latest reading of each worker that this process has recorded, with the time of recording. */
  readonly latest: Recent<{ reading: Reading; recordedAt: number }>;
  /** Whose readings are looked at live. */
  readonly watches: Watches;
  /** Writes the heartbeats that arrive together at once. */
  readonly beats: Gathering<Heard, void>;
  /** Writes the readings that arrive together at once; each batch is told which of its readings were known. */
  readonly inserts: Gathering<ReadingDocument[], ReadonlySet<string>>;
}
