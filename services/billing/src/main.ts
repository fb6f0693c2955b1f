import {
  buildSubgraph,
  type Clock,
  type Events,
  type Log,
  type Service,
  type TokenVerifier,
} from '@pictor/kit';
import { subgraphSdl } from '@pictor/schema';
import type { EventMap } from '@pictor/schema/events';
import type { Connection } from 'mongoose';
import { createWorld } from './domain/createWorld.ts';
import { MarketObserver } from './domain/MarketObserver.ts';
import { receive } from './domain/receive.ts';
import { reconcile, type Audit } from './domain/reconcile.ts';
import { repeatedly, type Repeated } from './domain/repeatedly.ts';
import { sweep } from './domain/sweep.ts';
import { openModels } from './model/openModels.ts';
import { resolversOf } from './schema.ts';

const sweepEveryMs = 5_000;
/** A larger ledger is not audited at every start, because that reads all of it. */
const maxAuditedAtStart = 100_000;

export interface BillingDependencies {
  connection: Connection;
  events: Events<EventMap>;
  clock: Clock;
  log: Log;
  verifier: TokenVerifier;
}

/** The service that holds the ledger. */
export interface Billing extends Service {
  /** Audits the ledger; see the sentences in `problems`. */
  reconcile(): Promise<Audit>;
}

/** Billing: the ledger, deposits, reservations, rewards, what was earned, and the market. */
export function createBilling({ connection, verifier, ...given }: BillingDependencies): Billing {
  const { clock, log } = given;
  const models = openModels(connection);
  const world = createWorld(models, given);
  receive(world);
  const observer = new MarketObserver(world);
  let sweeping: Repeated | undefined;
  let audit: Promise<void> | undefined;
  let stopped = false;

  async function sweepOnce(ageMs: number) {
    await sweep(world, new Date(clock.now() - ageMs)).catch((error: unknown) =>
      log.error({ err: error }, 'the ledger could not be swept'),
    );
  }

  async function auditAtStart() {
    const count = await models.transactions.estimatedDocumentCount();
    if (count > maxAuditedAtStart)
      return log.info({ transactions: count }, 'ledger too large to audit at start');
    const { problems, ...found } = await reconcile(world, () => stopped);
    if (problems.length)
      log.error({ alarm: 'LEDGER_WRONG', problems, ...found }, 'the ledger does not add up');
    else log.info(found, 'the ledger adds up');
  }

  return {
    name: 'billing',
    subgraph: buildSubgraph({
      name: 'billing',
      typeDefs: subgraphSdl('billing'),
      resolvers: resolversOf(world),
      ...given,
      verifier,
    }),
    reconcile: () => reconcile(world),
    async start() {
      for (const model of Object.values(models)) await model.createIndexes();
      await sweepOnce(0);
      sweeping = repeatedly(clock, sweepEveryMs, () => sweepOnce(sweepEveryMs));
      world.answers.start();
      world.earned.start();
      observer.start();
      audit = auditAtStart().catch((error: unknown) =>
        log.error({ err: error }, 'the ledger could not be audited'),
      );
    },
    async stop() {
      stopped = true;
      world.tellings.stop();
      await Promise.all([
        sweeping?.stop(),
        world.answers.stop(),
        world.earned.stop(),
        observer.stop(),
        audit,
      ]);
    },
  };
}
