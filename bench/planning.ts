import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import type { Operation } from './load.ts';
import { operations } from './operations.ts';
import { endAll, startGateway, type Program } from './program.ts';
import { ourGateway, startSubgraphs } from './subgraphProcess.ts';
import { percentile, printTable } from './table.ts';

const newDocuments = 200;
const knownMs = 3_000;
const knownEveryMs = 5;

/** How long known operations wait while new documents are being planned: the stall that planning in-process costs. */
export async function benchPlanning(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pictor-bench-'));
  try {
    const { env } = await startSubgraphs(folder);
    const gateway = await startGateway(ourGateway, env);
    await known(gateway);
    const quiet = await known(gateway);
    const startedAt = performance.now();
    const [busy, planned] = await Promise.all([known(gateway), newOnes(gateway, startedAt)]);
    const row = (when: string, delays: number[]) => ({
      when,
      'p50 ms': percentile(delays, 0.5),
      'p99 ms': percentile(delays, 0.99),
      'longest ms': Math.max(...delays),
    });
    printTable(`known heartbeats while ${newDocuments} new documents arrive at once`, [
      row('quiet', quiet),
      row('planning', busy),
    ]);
    printTable('the new documents', [
      { answered: planned.answered, refused: newDocuments - planned.answered, 'ms for all': planned.ms },
    ]);
  } finally {
    endAll();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds that each of a steady flow of heartbeats takes. */
async function known(gateway: Program): Promise<number[]> {
  const pool = new Pool(`http://127.0.0.1:${gateway.port}`, { connections: 64 });
  const delays: number[] = [];
  const asked: Promise<unknown>[] = [];
  const end = performance.now() + knownMs;
  for (let n = 0; performance.now() < end; n++) {
    const sentAt = performance.now();
    asked.push(ask(pool, operations.heartbeat(n)).then(() => delays.push(performance.now() - sentAt)));
    await new Promise((resolve) => setTimeout(resolve, knownEveryMs));
  }
  await Promise.all(asked);
  await pool.close();
  return delays;
}

async function newOnes(gateway: Program, startedAt: number) {
  const pool = new Pool(`http://127.0.0.1:${gateway.port}`, { connections: newDocuments });
  const { query, variables } = operations.query(0);
  const answers = await Promise.all(
    Array.from({ length: newDocuments }, (_, i) =>
      ask(pool, { query: query.replace('workers(', `fleet${i}: workers(`), variables }),
    ),
  );
  await pool.close();
  return {
    answered: answers.filter((text) => !text.startsWith('{"errors"')).length,
    ms: performance.now() - startedAt,
  };
}

async function ask(pool: Pool, operation: ReturnType<Operation>): Promise<string> {
  const { body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation),
  });
  return body.text();
}
