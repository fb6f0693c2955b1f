import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrames } from './textFrames.ts';

test('a client reads two messages, whatever their length', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const texts = [0, 1, 125, 126, 65_535, 65_536, 300_000].flatMap((length) => [
    'x'.repeat(length),
    'ü🦆'.repeat(length / 6),
  ]);
  server.on('connection', (socket, { socket: tcp }) => {
    for (const text of texts) tcp.write(textFrames([text, `after ${text.length}`]));
    socket.close(1000); // goes through ws, and so comes last
  });
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: string[] = [];
  client.on('message', (data, isBinary) => heard.push(isBinary ? 'binary' : String(data)));
  const [code] = (await once(client, 'close')) as [number];
  expect(code).toBe(1000);
  expect(heard.length).toBe(texts.length * 2);
  expect(
    heard.every((text, i) => text === (i % 2 ? `after ${texts[(i - 1) / 2]!.length}` : texts[i / 2])),
  ).toBe(true);
  server.close();
});
