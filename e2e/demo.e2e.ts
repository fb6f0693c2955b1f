import { join } from 'node:path';
import { openStore } from '@pictor/store';
import { createLog } from '@pictor/kit';
import sharp from 'sharp';
import { expect, test } from 'vitest';
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

  const [, earned, tasks] = /earned \$([\d.]+) for (\d+) tasks/.exec(out)!;
  const ledger = await readLedger(dataDir);
  const rewards = ledger.filter(({ kind }) => kind === 'REWARD');
  expect(rewards).toHaveLength(Number(tasks));
  expect(dollars(sumOf(rewards, /^provider:/))).toBe(earned);
  for (const { entries } of ledger) expect(sum(entries)).toBe(0n);
});

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
