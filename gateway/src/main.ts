// The gateway alone, over any supergraph whose subgraphs are reached by URL:
//   PORT=4000 SUPERGRAPH=supergraph.graphql node gateway/src/main.ts
// SUBGRAPH_WS='{"name":"ws://…"}'   where the WebSocket URL of a subgraph differs
// FORWARD_HEADERS=x-user,…          headers that go to the subgraphs and tell callers apart
// SUBGRAPH_IDENTITY=extensions      they go in every operation instead, for subgraphs that read them there
// SIGHUP reads the supergraph again; SIGTERM and SIGINT finish what is under way and end.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig, type Config } from './config.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { HttpSubgraph } from './httpSubgraph.ts';
import type { Log } from './log.ts';

const keepAliveMs = 65_000;

const log: Log = {
  info: (details, message) => print('info', details, message),
  warn: (details, message) => print('warn', details, message),
  error: (details, message) => print('error', details, message),
};

const config = readConfig(process.env);
if ('problems' in config) {
  for (const problem of config.problems) console.error(problem);
  process.exit(1);
}
try {
  await serve(config);
} catch (error) {
  console.error(`The gateway cannot start: ${(error as Error).message}`);
  process.exit(1);
}

async function serve({ port, supergraphFile, subgraphWs, forwardHeaders, identity }: Config): Promise<void> {
  const read = () => readFileSync(supergraphFile, 'utf8');
  const gateway = createGateway({
    supergraph: read(),
    forwardHeaders,
    log,
    connect: (name, url) => {
      const wsUrl = subgraphWs[name];
      const subgraph = new HttpSubgraph(name, url, { identity, ...(wsUrl && { wsUrl }) });
      void subgraph.probeArrays();
      return subgraph;
    },
  });
  await gateway.start();
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    if (isGraphQL(request.url)) gateway.handle(request, response);
    else response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => {
    if (isGraphQL(request.url)) gateway.upgrade(request, socket, head);
    else socket.on('error', () => {}).end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', resolve),
  );
  console.log(`The gateway listens on http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  process.on('SIGHUP', () => reload(gateway, read));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());

  async function stop(): Promise<void> {
    server.close();
    await gateway.close();
    server.closeAllConnections();
    process.exit();
  }
}

function reload(gateway: Gateway, read: () => string): void {
  try {
    gateway.reload(read());
    log.info({}, 'The supergraph was read again');
  } catch (err) {
    log.error({ err }, 'The supergraph could not be read again; the old one stays');
  }
}

function isGraphQL(url = ''): boolean {
  return url === '/graphql' || url.startsWith('/graphql?');
}

function print(level: string, details: object, message: string): void {
  const { err, ...rest } = details as { err?: unknown };
  const error = err instanceof Error ? { err: err.stack } : err === undefined ? {} : { err };
  console.error(JSON.stringify({ level, time: new Date().toISOString(), ...rest, ...error, message }));
}
