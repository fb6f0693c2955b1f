import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  buildSubgraph,
  OutboxRelay,
  type Clock,
  type Events,
  type Log,
  type Service,
  type TokenSigner,
  type TokenVerifier,
} from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import type { Connection } from 'mongoose';
import type { WorkerConfiguration } from './domain/configuration.ts';
import { createChecker } from './domain/createChecker.ts';
import { identify, type Credential, type Identity } from './domain/identify.ts';
import { makeOperator as giveOperatorRole } from './domain/makeOperator.ts';
import { Passwords } from './domain/passwords.ts';
import { RateLimiter } from './domain/rateLimiter.ts';
import { receiveStandings } from './domain/receiveStandings.ts';
import type { World } from './domain/world.ts';
import { openModels } from './model/openModels.ts';
import { serveSpeed } from './speed/serveSpeed.ts';
import { SpeedUrls } from './speed/SpeedUrls.ts';
import { resolversOf, typeDefs } from './schema.ts';

const signInLimit = { burst: 10, everyMs: 30_000, maxKeys: 100_000 };
const signUpLimit = { burst: 100, everyMs: 1_000, maxKeys: 1 };
const measurementLimit = { burst: 4, everyMs: 15 * 60_000, maxKeys: 100_000 };
const defaultMaxWorkers = 10_000;

export interface WorkersConfig {
  connection: Connection;
  events: Events<EventMap>;
  clock: Clock;
  log: Log;
  signer: TokenSigner;
  verifier: TokenVerifier;
  /** How browsers and agents reach the platform, such as `https://pictor.example`. */
  publicUrl: string;
  /** What a worker without a bid of its own asks for 3,600 work units, in micro-USD. */
  bidMicroUsd: bigint;
  /** Signs the addresses by which agents measure their connection: 32 bytes. */
  speedKey: Buffer;
  /** Version of the agent that this platform was released with. */
  agentVersion: string;
  /** How many workers a provider may have (10,000). */
  maxWorkers?: number;
}

/** The service of accounts and workers. */
export interface WorkersService extends Service {
  /** Whose credential it is, for the gateway. See `domain/identify.ts` for its errors. */
  identify(credential: Credential | undefined): Promise<Identity | undefined>;
  /** Answers requests for `/speed/…`, by which agents measure their connection. */
  speed(request: IncomingMessage, response: ServerResponse): void;
  /** Gives the account of this e-mail address the operator's role. Rejects with NOT_FOUND when there is none. */
  makeOperator(email: string): Promise<void>;
  /** Makes or renews the platform's checker; the credential of an earlier one is void. */
  createChecker(): Promise<WorkerConfiguration>;
}

/** Builds the service; its receivers are registered when this returns. */
export function createWorkers(config: WorkersConfig): WorkersService {
  const { connection, events, clock, log, verifier } = config;
  const models = openModels(connection);
  const world: World = {
    ...models,
    events,
    clock,
    log,
    signer: config.signer,
    outbox: new OutboxRelay<EventMap>(models.workers, events, clock, log),
    passwords: new Passwords(),
    signIns: new RateLimiter(signInLimit, clock),
    signUps: new RateLimiter(signUpLimit, clock),
    measurements: new RateLimiter(measurementLimit, clock),
    speedUrls: new SpeedUrls(config.publicUrl, config.speedKey, clock),
    agentVersion: config.agentVersion,
    gatewayUrl: new URL('/graphql', config.publicUrl).href,
    defaultBid: config.bidMicroUsd,
    maxWorkers: config.maxWorkers ?? defaultMaxWorkers,
  };
  receiveStandings(world);
  const resolvers = resolversOf(world);
  return {
    name: 'workers',
    subgraph: buildSubgraph({ name: 'workers', typeDefs, resolvers, events, log, clock, verifier }),
    async start() {
      for (const model of Object.values(models)) await model.createIndexes();
      world.outbox.start();
    },
    stop: () => world.outbox.stop(),
    speed: serveSpeed(world.speedUrls),
    identify: (credential) => identify(world, credential),
    makeOperator: (email) => giveOperatorRole(models, email),
    createChecker: () => createChecker(world),
  };
}

/**
 * Gives the account of an e-mail address the operator's role, on a store that no service of this process uses. Rejects
 * with NOT_FOUND when there is no such account.
 */
export function makeOperator(connection: Connection, email: string): Promise<void> {
  return giveOperatorRole(openModels(connection), email);
}

export type { Credential, Identity, WorkerConfiguration };
