import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

const LIMIT_MS = 2_000;
const LARGEST = 256 * 1024;

/** Asks a miner's API on this machine; throws for no answer in time, for one that is no JSON, and for too much of it. */
export async function askMiner(port: number, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    redirect: 'error',
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  if (!response.ok || !response.body) throw new Error(`The miner answered with ${response.status}.`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > LARGEST) throw new Error(`The miner answered with more than ${LARGEST} bytes.`);
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** A port of this machine that nobody listens on now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
