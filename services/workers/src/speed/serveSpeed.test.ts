import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeClock } from '@pictor/kit/testing';
import { serveSpeed } from './serveSpeed.ts';
import { SpeedUrls } from './SpeedUrls.ts';

const clock = new FakeClock();
const server = createServer((request, response) => serve(request, response));
let urls: SpeedUrls;
let serve: ReturnType<typeof serveSpeed>;

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  urls = new SpeedUrls(`http://127.0.0.1:${port}`, Buffer.alloc(32, 7), clock);
  serve = serveSpeed(urls);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const put = (url: string, bytes: number) => fetch(url, { method: 'PUT', body: Buffer.alloc(bytes) });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

test('so many bytes come, once', async () => {
  const url = urls.sign('GET');
  const bytes = await (await fetch(url)).arrayBuffer();
  expect(bytes.byteLength).toBe(urls.bytes.GET);
  expect(await codeOf(await fetch(url))).toEqual([403, 'URL_USED']);
});

test('what is sent is counted, once', async () => {
  const url = urls.sign('PUT');
  expect(await (await put(url, 100_000)).json()).toEqual({ bytes: 100_000 });
  expect(await codeOf(await put(url, 1))).toEqual([403, 'URL_USED']);
});

test('more than is taken is refused', async () => {
  const answer = await put(urls.sign('PUT'), urls.bytes.PUT + 1).then(codeOf, () => 'cut off');
  expect([[413, 'FILE_TOO_LARGE'].join(), 'cut off']).toContain(String(answer));
});

test('an address works for what it was made for, and for a minute', async () => {
  const invalid = [403, 'URL_INVALID'];
  expect(await codeOf(await fetch(urls.sign('PUT')))).toEqual(invalid);
  expect(await codeOf(await fetch(urls.sign('GET'), { method: 'DELETE' }))).toEqual(invalid);
  expect(await codeOf(await fetch(urls.sign('GET').split('?')[0] as string))).toEqual(invalid);
  const later = urls.sign('GET').replace(/expires=\d+/, `expires=${clock.now() + 3_600_000}`);
  expect(await codeOf(await fetch(later))).toEqual(invalid);
  const url = urls.sign('GET');
  clock.advance(60_000);
  expect(await codeOf(await fetch(url))).toEqual([403, 'URL_EXPIRED']);
});

test('only so many measure at once', async () => {
  const held = await Promise.all(Array.from({ length: 8 }, () => fetch(urls.sign('GET'))));
  const url = urls.sign('GET');
  expect(await codeOf(await fetch(url))).toEqual([503, 'RATE_LIMITED']);
  await Promise.all(held.map((each) => each.body?.cancel()));
  await expect.poll(async () => (await fetch(url)).status).toBe(200);
});
