import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download, upload, type Transfer } from './files.ts';

let folder: string;
let server: Server;
const live: Transfer = { onPiece: () => undefined, signal: new AbortController().signal };

beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'files-'))));
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

async function serve(listener: RequestListener): Promise<URL> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/files/a?signature=secret`);
}

test('a file comes as it is', async () => {
  const content = Buffer.alloc(3_000_000, 'abc');
  const url = await serve((_, response) => response.end(content));
  await download(url, join(folder, 'file'), content.length, live);
  expect(Buffer.compare(await readFile(join(folder, 'file')), content)).toBe(0);
});

test('a file goes with its exact size', async () => {
  let received = Buffer.alloc(0);
  let length: string | undefined;
  const url = await serve(async (request, response) => {
    length = request.headers['content-length'];
    for await (const chunk of request) received = Buffer.concat([received, chunk as Buffer]);
    response.writeHead(204).end();
  });
  await writeFile(join(folder, 'file'), 'content');
  await upload(url, join(folder, 'file'), live);
  expect([String(received), length]).toEqual(['content', '7']);
});

test('an upload may take as long as it goes on, and is told of piece by piece', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const url = await serve((request, response) => {
    request.resume().once('end', () => response.writeHead(204).end());
  });
  await writeFile(join(folder, 'file'), Buffer.alloc(6_000_000));
  // A slow line: twenty seconds pass between two pieces, half an hour in all.
  const onPiece = vi.fn(() => void vi.advanceTimersByTime(20_000));
  await upload(url, join(folder, 'file'), { ...live, onPiece });
  expect(onPiece.mock.calls.length).toBeGreaterThan(50);
});

test('an upload that stands still is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const url = await serve((request) => {
    request.once('data', () => {
      request.pause();
      vi.advanceTimersByTime(120_000);
    });
  });
  await writeFile(join(folder, 'file'), Buffer.alloc(50_000_000));
  await expect(upload(url, join(folder, 'file'), live)).rejects.toMatchObject({ code: 'OFFLINE' });
});

test.each([
  [503, 'OFFLINE'],
  [507, 'OFFLINE'],
  [429, 'OFFLINE'],
  [403, 'PLACE_REFUSED'],
  [404, 'PLACE_REFUSED'],
  [410, 'PLACE_REFUSED'],
])('status %i is %s, and the signature is told to nobody', async (status, code) => {
  const url = await serve((_, response) => response.writeHead(status).end());
  const error = await download(url, join(folder, 'file'), 1_000_000, live).catch((failure: Error) => failure);
  expect(error).toMatchObject({ code });
  expect(String(error)).not.toContain('secret');
});

test('a redirect is not followed', async () => {
  const url = await serve((_, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  );
  await expect(download(url, join(folder, 'file'), 1_000_000, live)).rejects.toMatchObject({
    code: 'OFFLINE',
  });
});

test('a connection that breaks off is a loss, not a short file', async () => {
  const url = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    response.write('x'.repeat(1_000), () => response.destroy());
  });
  await expect(download(url, join(folder, 'file'), 1_000_000, live)).rejects.toMatchObject({
    code: 'OFFLINE',
  });
});

test('a file without end is cut off', async () => {
  const chunk = Buffer.alloc(1024 * 1024);
  const url = await serve((_, response) => {
    const more = () => {
      while (response.writable && response.write(chunk));
      response.once('drain', more);
    };
    more();
  });
  await expect(download(url, join(folder, 'file'), 1_000_000, live)).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
  });
});

test('a file that is shorter than announced is a loss', async () => {
  const url = await serve((_, response) => response.end('short'));
  await expect(download(url, join(folder, 'file'), 6, live)).rejects.toMatchObject({ code: 'OFFLINE' });
});

test('a cancelled download ends', async () => {
  const cancel = new AbortController();
  const url = await serve((_, response) => response.write('x', () => cancel.abort()));
  await expect(
    download(url, join(folder, 'file'), 1_000_000, { ...live, signal: cancel.signal }),
  ).rejects.toThrow();
});
