import { createServer, type Server } from 'node:http';
import { PortTaken } from './front.ts';

/** What can be scraped: a prom-client Registry. */
interface Metrics {
  readonly contentType: string;
  metrics(): Promise<string>;
}

/** Serves the counters to a Prometheus on this machine; never on the public port. Rejects with PortTaken. */
export async function serveMetrics(registry: Metrics, port: number): Promise<Server> {
  const server = createServer((_, response) => {
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(new PortTaken(`Port ${port} for metrics is taken: choose another by METRICS_PORT.`)),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
