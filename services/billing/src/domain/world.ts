import type { Clock, Context, Events, Log, OutboxRelay } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { Models } from '../model/openModels.ts';
import type { Coalescing } from './coalescing.ts';
import type { Tellings } from './tellings.ts';

/** What the verbs of this service stand on. */
export interface World extends Models {
  readonly events: Events<EventMap>;
  readonly clock: Clock;
  readonly log: Log;
  /** Counts transactions into the sums of an account. */
  readonly counting: Coalescing;
  /** Tells what workers earned. */
  readonly tellings: Tellings;
  /** Tells whether jobs are funded. */
  readonly answers: OutboxRelay<EventMap>;
}

/** Who asks; a stranger is undefined. */
export type Asker = Pick<Context, 'actor'>;
