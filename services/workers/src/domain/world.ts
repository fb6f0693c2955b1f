import type { Clock, Context, Events, Log, OutboxRelay, TokenSigner } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { Models } from '../model/openModels.ts';
import type { SpeedUrls } from '../speed/SpeedUrls.ts';
import type { Passwords } from './passwords.ts';
import type { RateLimiter } from './rateLimiter.ts';

/** What the verbs of this service stand on. */
export interface World extends Models {
  readonly events: Events<EventMap>;
  readonly clock: Clock;
  readonly log: Log;
  readonly signer: TokenSigner;
  readonly outbox: OutboxRelay<EventMap>;
  readonly passwords: Passwords;
  /** Attempts to sign in, by e-mail address. */
  readonly signIns: RateLimiter;
  /** Accounts opened, all together. */
  readonly signUps: RateLimiter;
  /** Measurements of connections, by worker. */
  readonly measurements: RateLimiter;
  readonly speedUrls: SpeedUrls;
  /** Version of the agent that this platform was released with. */
  readonly agentVersion: string;
  /** Where agents reach the gateway. */
  readonly gatewayUrl: string;
  /** What a worker without a bid of its own asks for 3,600 work units, in micro-dollars. */
  readonly defaultBid: bigint;
  /** How many workers a provider may have. */
  readonly maxWorkers: number;
}

/** Who asks; a stranger is undefined. */
export type Asker = Pick<Context, 'actor'>;
