// What nobody can beat: a bare server that writes canned texts of the same length, over HTTP and WebSocket. It executes
// nothing. A broadcast is asked for by its parent.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

const { answer, event } = JSON.parse(process.env.CANNED!) as { answer: string; event: string };
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
      .end(answer);
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const listeners = new Set<{ socket: WebSocket; id: string }>();
sockets.on('connection', (socket) => {
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as { type: string; id: string; payload?: { query: string } };
    if (message.type === 'connection_init') return socket.send('{"type":"connection_ack"}');
    if (message.type !== 'subscribe') return undefined;
    if (message.payload!.query.startsWith('subscription'))
      return void listeners.add({ socket, id: message.id });
    socket.send(`{"id":"${message.id}","type":"next","payload":${answer}}`);
    return socket.send(`{"id":"${message.id}","type":"complete"}`);
  });
  socket.on('close', () => {
    for (const each of listeners) if (each.socket === socket) listeners.delete(each);
  });
});
process.on('message', ({ events, everyMs }: { events: number; everyMs: number }) => {
  let sequence = 0;
  const timer = setInterval(() => {
    const payload = event
      .replace('"sequence":0', `"sequence":${sequence}`)
      .replace('"sentAt":0', `"sentAt":${Date.now()}`);
    for (const { socket, id } of listeners) socket.send(`{"id":"${id}","type":"next","payload":${payload}}`);
    if (++sequence === events) clearInterval(timer);
  }, everyMs);
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }));
