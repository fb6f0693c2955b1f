import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, LocalEvents, systemClock, TokenVerifier } from '@pictor/kit';
import type { EventMap } from '@pictor/schema/events';
import { testDatabase } from '@pictor/store/testing';
import { expect, test } from 'vitest';
import { createTasks } from './main.ts';
import { testPrices } from './test/testPrices.ts';

test('it starts, starts again over the same data, and stops without anything left running', async () => {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'pictor-tasks-'));
  const errors: string[] = [];
  const log = createLog({ level: 'warn', destination: { write: (line: string) => void errors.push(line) } });
  for (let i = 0; i < 2; i++) {
    const service = createTasks({
      connection: database.connection,
      events: new LocalEvents<EventMap>(),
      clock: systemClock,
      log,
      verifier: new TokenVerifier(generateKeyPairSync('ed25519').publicKey),
      prices: testPrices,
      dataDir,
      publicUrl: 'http://127.0.0.1:1',
      filesKey: Buffer.alloc(32),
    });
    expect(service.name).toBe('tasks');
    await service.start();
    await service.stop();
  }
  expect(errors).toEqual([]);
  await database.drop();
  await rm(dataDir, { recursive: true });
});
