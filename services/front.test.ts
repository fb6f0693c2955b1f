import { once } from 'node:events';
import { request, type IncomingHttpHeaders } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { Front } from './front.ts';

let front: Front;
afterEach(() => front.close());

/** What the rooms see of a request that comes with these headers. */
async function seen(publicUrl: string | undefined, headers: Record<string, string>, path = '/sign-in') {
  front = new Front(publicUrl);
  const port = await front.listen(0, '127.0.0.1');
  const { promise, resolve } = Promise.withResolvers<IncomingHttpHeaders>();
  front.open({
    graphql: {
      handle: () => {},
      upgrade(request, socket) {
        resolve(request.headers);
        socket.destroy();
      },
    },
    files: () => {},
    speed: () => {},
    downloads: () => {},
    portal(request, response) {
      resolve(request.headers);
      response.end();
    },
  });
  const sent = request({ port, path, headers }).on('error', () => {});
  sent.end();
  const { host, 'x-forwarded-proto': protocol } = await promise;
  if (!headers.upgrade) await once(sent, 'response');
  return { host: host?.replace(String(port), 'PORT'), protocol };
}

const farm = 'https://farm.example';
const upgrade = {
  ...{ connection: 'upgrade', upgrade: 'websocket' },
  ...{ 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-version': '13' },
};

test('a page of the public address is at home, whatever a proxy made of the host', async () => {
  expect(await seen(farm, { origin: farm })).toEqual({ host: 'farm.example', protocol: 'https' });
});

test('so is its WebSocket', async () => {
  expect(await seen(farm, { ...upgrade, origin: farm }, '/graphql')).toEqual({
    host: 'farm.example',
    protocol: 'https',
  });
});

test.each([
  ['another site', 'https://evil.example'],
  ['another protocol', 'http://farm.example'],
  ['another port', 'https://farm.example:8443'],
  ['a longer name', 'https://farm.example.evil.example'],
  ['nowhere', 'null'],
])('a page of %s is not', async (_what, origin) => {
  expect(await seen(farm, { origin })).toEqual({ host: 'localhost:PORT', protocol: undefined });
});

test('without a public address nothing is changed', async () => {
  expect(await seen(undefined, { origin: farm })).toEqual({ host: 'localhost:PORT', protocol: undefined });
});

test('of several proxies the outermost tells the protocol', async () => {
  expect(await seen(undefined, { 'x-forwarded-proto': 'https, http' })).toMatchObject({ protocol: 'https' });
});
