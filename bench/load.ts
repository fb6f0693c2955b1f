import { Pool } from 'undici';
import { WebSocket } from 'ws';
import { once } from 'node:events';
import type { Program } from './program.ts';

/** What one round of load came to. */
export interface Load {
  /** Operations answered in a second. */
  perSecond: number;
  /** Seconds of the program's processor time for 1,000 operations. */
  cpuPerThousand: number;
}

/** The n-th operation of a round. */
export type Operation = (n: number) => { query: string; variables: Record<string, unknown> };

const httpConnections = 16;

/** 16 connections, each asking again as soon as it is answered; callers alternate between `scopes` identities. */
export async function overHttp(
  program: Program,
  operation: Operation,
  scopes: number,
  ms: number,
): Promise<Load> {
  const pool = new Pool(`http://127.0.0.1:${program.port}`, { connections: httpConnections, pipelining: 1 });
  let n = 0;
  const end = performance.now() + ms;
  const one = async () => {
    while (performance.now() < end) {
      const i = n++;
      const { body, statusCode } = await pool.request({
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-user': `u${i % scopes}` },
        body: JSON.stringify(operation(i)),
      });
      const text = await body.text();
      if (statusCode !== 200 || text.startsWith('{"errors"'))
        throw new Error(`Not answered: ${text.slice(0, 300)}`);
    }
  };
  const load = await measured(
    program,
    () => Promise.all(Array.from({ length: httpConnections }, one)),
    () => n,
  );
  await pool.close();
  return load;
}

/** `count` sockets, each asking again as soon as it is answered. */
export async function overSockets(
  program: Program,
  operation: Operation,
  count: number,
  ms: number,
): Promise<Load> {
  const sockets = await openSockets(program, count, 1);
  let n = 0;
  let answered = 0;
  const end = performance.now() + ms;
  const one = (socket: WebSocket) =>
    new Promise<void>((resolve, reject) => {
      const ask = () =>
        socket.send(JSON.stringify({ id: String(n), type: 'subscribe', payload: operation(n++) }));
      socket.on('message', (data) => {
        const text = String(data);
        if (text.includes('"type":"error"') || text.includes('"payload":{"errors"'))
          reject(new Error(text.slice(0, 300)));
        if (!text.includes('"type":"complete"')) return;
        answered++;
        if (performance.now() < end) ask();
        else resolve();
      });
      ask();
    });
  const load = await measured(
    program,
    () => Promise.all(sockets.map(one)),
    () => answered,
  );
  for (const socket of sockets) socket.terminate();
  return load;
}

/** Opens sockets that have shaken hands; callers alternate between `scopes` identities. */
export async function openSockets(program: Program, count: number, scopes: number): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (let i = 0; i < count; i++) {
    const socket = new WebSocket(`ws://127.0.0.1:${program.port}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    await once(socket, 'open');
    const user = `u${i % scopes}`;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { user, 'x-user': user } }));
    await once(socket, 'message');
    sockets.push(socket);
  }
  return sockets;
}

async function measured(program: Program, run: () => Promise<unknown>, count: () => number): Promise<Load> {
  const startedAt = performance.now();
  const cpu = program.cpuSeconds();
  await run();
  const done = count();
  return {
    perSecond: (done * 1000) / (performance.now() - startedAt),
    cpuPerThousand: ((program.cpuSeconds() - cpu) * 1000) / done,
  };
}
