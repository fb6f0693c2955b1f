import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Execute } from '../platform/Operation.ts';
import { measureConnection } from './measureConnection.ts';
import { measureLine, type Line } from './measureLine.ts';

const MIB = 2 ** 20;
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A clock on which each look is 10 ms later. */
function ticking() {
  let at = 0;
  return () => (at += 10);
}

interface Answers {
  down?: RequestListener;
  up?: RequestListener;
  gateway?: RequestListener;
}

async function lineTo(answers: Answers): Promise<Line> {
  const listen: RequestListener = (request, response) => {
    if (request.url === '/down') return answers.down?.(request, response);
    if (request.url === '/up') return answers.up?.(request, response);
    if (answers.gateway) return answers.gateway(request, response);
    response.end('{"data":{}}');
  };
  server = createServer(listen);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { gateway, downloadUrl: '/down', uploadUrl: '/up', uploadBytes: MIB };
}

const measure = async (answers: Answers) => measureLine(await lineTo(answers), ticking());

const refused: RequestListener = (_, response) => void response.writeHead(403).end();
const mebibyte: RequestListener = (_, response) => void response.end(Buffer.alloc(MIB));
const counting: RequestListener = (request, response) => {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => (bytes += chunk.length));
  request.on('end', () => response.end(JSON.stringify({ bytes })));
};

test('round trips, bytes from the platform and bytes to it are measured', async () => {
  const { downloadMbps, uploadMbps, latencyMs } = await measure({ down: mebibyte, up: counting });
  expect(latencyMs).toBe(10);
  // A mebibyte is 8.4 megabits, which took some looks of 10 ms each.
  expect(downloadMbps).toBeGreaterThan(0);
  expect(downloadMbps).toBeLessThanOrEqual(MIB * 8e-3);
  expect(uploadMbps).toBeGreaterThan(0);
  expect(uploadMbps).toBeLessThanOrEqual(MIB * 8e-3);
});

test('what is refused or cut off is unknown, never nothing', async () => {
  const cut: RequestListener = (request) => void request.socket.destroy();
  expect(await measure({ down: refused, up: refused })).toMatchObject({
    downloadMbps: null,
    uploadMbps: null,
  });
  expect(await measure({ down: cut, up: cut, gateway: cut })).toEqual({
    ...{ downloadMbps: null, uploadMbps: null, latencyMs: null },
  });
});

test.each(['down', 'up'] as const)('a platform that is busy at the way %s tells nothing', async (way) => {
  const busy: RequestListener = (request, response) => {
    request.resume();
    response.writeHead(503).end();
  };
  await expect(measure({ down: mebibyte, up: counting, [way]: busy })).rejects.toThrow('busy');
});

test('a few bytes tell no speed', async () => {
  const few: RequestListener = (_, response) => void response.end(Buffer.alloc(100));
  const forgetful: RequestListener = (request, response) => {
    request.resume();
    request.on('end', () => response.end('{"bytes":100}'));
  };
  expect(await measure({ down: few, up: forgetful })).toMatchObject({ downloadMbps: null, uploadMbps: null });
});

test('it is measured in a process of its own, which ends when nobody wants it any more', async () => {
  const { gateway, ...given } = await lineTo({ down: mebibyte, up: counting });
  const execute = (async () => ({ measureConnection: given })) as unknown as Execute;
  const measured = await measureConnection({ execute, gateway, signal: new AbortController().signal });
  expect(Object.values(measured).every((each) => typeof each === 'number')).toBe(true);
  const ended = measureConnection({ execute, gateway, signal: AbortSignal.abort() });
  await expect(ended).rejects.toThrow('aborted');
});
