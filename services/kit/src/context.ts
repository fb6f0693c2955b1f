import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { AnyTopics, Events } from './events.ts';
import type { Log } from './log.ts';

/** What every resolver and every domain verb is given. */
export interface Context<Topics extends object = AnyTopics> {
  /** Who asks; undefined for a stranger. */
  readonly actor: Actor | undefined;
  /** Names this request in the log and in errors shown to the caller. */
  readonly requestId: string;
  readonly clock: Clock;
  /** Carries the request id. */
  readonly log: Log;
  readonly events: Events<Topics>;
}
