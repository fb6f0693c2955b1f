import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { until } from '../test/until.ts';
import { Cancellation } from './cancellation.ts';
import { HttpSubgraph } from './httpSubgraph.ts';
import { Metrics } from './metrics.ts';
import { WatchedSubgraph } from './watchedSubgraph.ts';

const servers: Server[] = [];
const code = (expected: string) => ({ extensions: { code: expected, serviceName: 'it' } });

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

test('one that does not answer in time is given up, and its connection closed', async () => {
  let closed = 0;
  const url = await serve((_, response) => response.once('close', () => closed++));
  const subgraph = new WatchedSubgraph(new HttpSubgraph('it', url), new Metrics(), 50);
  await expect(subgraph.post('{}', [])).rejects.toMatchObject(code('SUBGRAPH_TIMEOUT'));
  await until(() => closed === 1);
});

test('a request that nobody wants any more is given up, and its connection closed', async () => {
  let open = 0;
  const url = await serve((_, response) => {
    open++;
    response.once('close', () => open--);
  });
  const cancellation = new Cancellation();
  const asked = new HttpSubgraph('it', url).post('{}', [], cancellation);
  await until(() => open === 1);
  cancellation.cancel();
  await expect(asked).rejects.toMatchObject(code('REQUEST_CANCELLED'));
  await until(() => open === 0);
});

test('one that is not there, and one that answers with an error', async () => {
  await expect(new HttpSubgraph('it', 'http://127.0.0.1:9/').post('{}', [])).rejects.toMatchObject(
    code('SUBGRAPH_UNAVAILABLE'),
  );
  const url = await serve((_, response) => response.writeHead(503).end());
  await expect(new HttpSubgraph('it', url).post('{}', [])).rejects.toMatchObject(code('SUBGRAPH_HTTP_ERROR'));
});

test('one that answers without end', async () => {
  const url = await serve((_, response) => {
    const more = () => {
      if (response.destroyed) return;
      response.write(Buffer.alloc(2 ** 20, 'x'));
      setImmediate(more);
    };
    more();
  });
  await expect(new HttpSubgraph('it', url).post('{}', [])).rejects.toMatchObject(
    code('SUBGRAPH_ANSWER_TOO_LARGE'),
  );
});

test.each([
  ['takes arrays', '[{"data":{"__typename":"Query"}}]', true],
  ['answers one for a list', '{"data":{"__typename":"Query"}}', false],
  ['refuses', '[{"errors":[{"message":"no"}]}]', false],
  ['babbles', '<html>', false],
])('is asked whether it takes arrays: one that %s', async (_, answer, expected) => {
  const url = await serve((_request, response) => response.end(answer));
  const subgraph = new HttpSubgraph('it', url);
  await subgraph.probeArrays();
  expect(subgraph.takesArrays).toBe(expected);
  await subgraph.close();
});

test('too many requests at once are refused, and room is made again', async () => {
  const waiting: (() => void)[] = [];
  const url = await serve((_, response) => void waiting.push(() => response.end('{}')));
  const subgraph = new HttpSubgraph('it', url);
  const asked = Array.from({ length: 1024 }, () => subgraph.post('{}', []));
  await expect(subgraph.post('{}', [])).rejects.toMatchObject(code('SUBGRAPH_OVERLOADED'));
  let answered = 0;
  for (const each of asked) void each.then(() => answered++);
  while (answered < 1024) {
    await until(() => waiting.length || answered === 1024);
    for (const answer of waiting.splice(0)) answer();
  }
  const last = subgraph.post('{}', []);
  await until(() => waiting.length === 1);
  waiting[0]!();
  expect(await last).toBe('{}');
});
