import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createBilling } from '@pictor/billing';
import { createGateway, HttpSubgraph } from '@pictor/gateway';
import {
  LocalEvents,
  serveSubgraph,
  systemClock,
  TokenSigner,
  TokenVerifier,
  type Log,
  type Service,
} from '@pictor/kit';
import { supergraphSdl } from '@pictor/schema';
import type { EventMap } from '@pictor/schema/events';
import { openStore } from '@pictor/store';
import { createTasks } from '@pictor/tasks';
import { createTelemetry } from '@pictor/telemetry';
import { createWorkers } from '@pictor/workers';
import release from '../package.json' with { type: 'json' };
import { addressOf } from './addresses.ts';
import { CheckerProcess } from './checker.ts';
import type { PlatformConfig } from './config.ts';
import { Downloads } from './downloads.ts';
import { Front } from './front.ts';
import { loadKeys } from './keys.ts';
import { serveMetrics } from './metrics.ts';
import { loadPortal } from './portal.ts';
import { prices } from './prices.ts';
import { runningStoreFile } from './runningStore.ts';

/** A platform that listens. */
export interface Platform {
  /** How browsers and agents reach it. */
  readonly url: string;
  /** Gives the account of this e-mail address the operator's role. Rejects when there is none. */
  makeOperator(email: string): Promise<void>;
  /** Ends it: what is under way is finished, everything acknowledged is on disk. */
  stop(): Promise<void>;
}

/** Starts the whole platform in this process, on one port. Rejects, with nothing left behind, when it cannot. */
export async function startPlatform(
  config: PlatformConfig,
  log: Log,
  options: { portal: boolean },
): Promise<Platform> {
  const ends: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(config, log, options.portal, (end) => ends.push(end))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: PlatformConfig,
  log: Log,
  withPortal: boolean,
  atEnd: (end: () => unknown) => void,
) {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = loadKeys(config.dataDir);
  const store = await openStore({
    uri: config.mongodbUri,
    dataDir: config.dataDir,
    log: log.child({ part: 'store' }),
  });
  atEnd(() => store.close());
  writeFileSync(runningStoreFile(config.dataDir), store.uri, { mode: 0o600 });
  atEnd(() => rmSync(runningStoreFile(config.dataDir), { force: true }));

  const front = new Front(config.publicUrl);
  const port = await front.listen(config.port, config.host);
  atEnd(() => front.close());
  const ownUrl = addressOf(config.host, port);
  const url = config.publicUrl ?? ownUrl;

  const clock = systemClock;
  const events = new LocalEvents<EventMap>();
  const verifier = new TokenVerifier(keys.tokenPublicKey, clock);
  const signer = new TokenSigner(keys.tokenPrivateKey, clock);
  const shared = (part: string) => ({
    connection: store.connection(),
    events,
    clock,
    log: log.child({ part }),
    verifier,
  });
  const workers = createWorkers({
    ...shared('workers'),
    signer,
    publicUrl: url,
    bidMicroUsd: prices.defaultBidMicroUsd,
    speedKey: keys.filesKey,
    agentVersion: release.version,
  });
  const tasks = createTasks({
    ...shared('tasks'),
    prices,
    dataDir: config.dataDir,
    publicUrl: url,
    filesKey: keys.filesKey,
  });
  const billing = createBilling(shared('billing'));
  const telemetry = createTelemetry(shared('telemetry'));
  const services: Service[] = [workers, tasks, billing, telemetry];
  for (const service of services) {
    await service.start();
    atEnd(() => service.stop());
  }

  const connect = await connector(services, config, atEnd);
  const gateway = createGateway({
    supergraph: supergraphSdl(),
    connect,
    identify: (credential) => workers.identify(credential),
    log: log.child({ part: 'gateway' }),
  });
  await gateway.start();
  atEnd(() => gateway.close());
  const revoked = events.listen('credential.revoked', () => true);
  atEnd(() => revoked.return?.());
  void (async () => {
    for await (const { scope } of revoked) gateway.revoke(scope);
  })();

  if (config.metricsPort !== undefined) {
    const metrics = await serveMetrics(gateway.metrics, config.metricsPort);
    atEnd(() => metrics.close());
  }
  const portal = withPortal ? await loadPortal(`${ownUrl}/graphql`) : undefined;
  const downloads = new Downloads(config.downloadDir);
  front.open({
    graphql: gateway,
    files: tasks.files,
    speed: workers.speed,
    downloads: downloads.handle,
    portal,
  });
  atEnd(() => front.stopAccepting());
  if (config.checker) {
    const checker = new CheckerProcess({
      home: join(config.dataDir, 'checker'),
      configuration: async () => (await workers.createChecker()).content,
      log: log.child({ part: 'checker' }),
    });
    checker.start();
    atEnd(() => checker.stop());
  }
  return { url, makeOperator: (email: string) => workers.makeOperator(email) };
}

/** Subgraphs in this process are called without HTTP, or, when configured so, over loopback ports like foreign ones. */
async function connector(
  services: Service[],
  { subgraphs }: PlatformConfig,
  atEnd: (end: () => unknown) => void,
) {
  const byName = new Map(services.map(({ name, subgraph }) => [name, subgraph]));
  if (subgraphs === 'process') return (name: string) => byName.get(name)!;
  const served = new Map<string, HttpSubgraph>();
  for (const { name, subgraph } of services) {
    const { url, wsUrl, close } = await serveSubgraph(subgraph, { port: 0, host: '127.0.0.1' });
    atEnd(close);
    served.set(name, new HttpSubgraph(name, url, { identity: 'extensions', wsUrl }));
  }
  return (name: string) => served.get(name)!;
}
