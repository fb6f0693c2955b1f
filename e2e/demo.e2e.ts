import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@pictor/store';
import { createLog } from '@pictor/kit';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { hasBlender } from './setup/blender.ts';
import { runProgram } from './setup/runProgram.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';

interface Transaction {
  kind: string;
  entries: { account: string; amount: bigint }[];
}

test('the demo upscales the still life, better than bicubic, and pays what the ledger says', async () => {
  using folder = temporaryFolder();
  const { code, out, err } = await runProgram(['demo/main.ts', '--once'], { cwd: folder.path });
  expect(err).toBe('');
  expect(code, out).toBe(0);
  const dataDir = join(folder.path, 'data-demo');

  const { width, height, format } = await sharp(join(dataDir, 'result.png')).metadata();
  expect({ width, height, format }).toEqual({ width: 1280, height: 720, format: 'png' });
  const [, ours, bicubic] = /([\d.]+) dB PSNR against the true rendering .*; bicubic: ([\d.]+) dB/.exec(out)!;
  expect(Number(ours)).toBeGreaterThan(Number(bicubic) + 1);

  await expectPaidAsSaid(dataDir, out);
});

test.skipIf(!hasBlender)('the demo renders our scene, and pays what the ledger says', async () => {
  using folder = temporaryFolder();
  const { code, out, err } = await runProgram(['demo/main.ts', '--render', '--once'], { cwd: folder.path });
  expect(err).toBe('');
  expect(code, out).toBe(0);
  const dataDir = join(folder.path, 'data-demo');

  const zip = new ZipReader(new Uint8ArrayReader(await readFile(join(dataDir, 'frames.zip'))));
  const frames = (await zip.getEntries()).filter((entry) => !entry.directory);
  expect(frames.map(({ filename }) => filename)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((frame) => `000${frame}.png`),
  );
  const { width, height } = await sharp(await frames[7]!.getData(new Uint8ArrayWriter())).metadata();
  expect({ width, height }).toEqual({ width: 320, height: 180 });
  await expectPaidAsSaid(dataDir, out);
});

async function expectPaidAsSaid(dataDir: string, out: string): Promise<void> {
  const [, earned, tasks] = /earned \$([\d.]+) for (\d+) tasks?/.exec(out)!;
  const ledger = await readLedger(dataDir);
  const rewards = ledger.filter(({ kind }) => kind === 'REWARD');
  expect(rewards).toHaveLength(Number(tasks));
  expect(dollars(sumOf(rewards, /^provider:/))).toBe(earned);
  for (const { entries } of ledger) expect(sum(entries)).toBe(0n);
}

/** The ledger as it lies on disk, read behind the platform's back. */
async function readLedger(dataDir: string): Promise<Transaction[]> {
  const store = await openStore({ uri: undefined, dataDir, log: createLog({ level: 'silent' }) });
  try {
    const stored = store.connection().collection('transactions').find();
    return (await stored.toArray()) as unknown as Transaction[];
  } finally {
    await store.close();
  }
}

const sum = (entries: Transaction['entries']) => entries.reduce((all, { amount }) => all + amount, 0n);
const sumOf = (transactions: Transaction[], account: RegExp) =>
  sum(transactions.flatMap(({ entries }) => entries.filter((entry) => account.test(entry.account))));
const dollars = (microUsd: bigint) => (Number(microUsd) / 1_000_000).toFixed(6);
