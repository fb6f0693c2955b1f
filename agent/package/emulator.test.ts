import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { arm64Emulator } from './emulator.ts';

/** A program for arm64 on Linux that ends with 42: three instructions behind the headers that say where they lie. */
function endsWith42(): Buffer {
  const code = [0xd2800540, 0xd2800ba8, 0xd4000001]; // x0 = 42, x8 = 93 (exit), call the kernel
  const [header, segment, start] = [64, 56, 0x40_0000n];
  const size = header + segment + code.length * 4;
  const bytes = Buffer.alloc(size);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  bytes.set([2, 0, 0xb7, 0, 1], 16);
  bytes.writeBigUInt64LE(start + BigInt(header + segment), 24);
  bytes.writeBigUInt64LE(BigInt(header), 32);
  [header, segment, 1].forEach((value, i) => bytes.writeUInt16LE(value, 52 + i * 2));
  bytes.writeUInt32LE(1, header);
  bytes.writeUInt32LE(5, header + 4);
  [0n, start, start, BigInt(size), BigInt(size), 0x1000n].forEach((value, i) =>
    bytes.writeBigUInt64LE(value, header + 8 + i * 8),
  );
  code.forEach((word, i) => bytes.writeUInt32LE(word, header + segment + i * 4));
  return bytes;
}

test('what is for arm64 runs under emulation where that can be had, and so does what it starts', ({
  skip,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'pictor-emulator-'));
  try {
    const emulator = process.arch === 'arm64' ? undefined : arm64Emulator(folder);
    if (!emulator) return skip('nothing to emulate, or no qemu-user, libraries of arm64 or namespaces');
    const program = join(folder, 'ends-with-42');
    writeFileSync(program, endsWith42(), { mode: 0o755 });
    const run = (...command: string[]) => {
      const [file, ...args] = [...emulator, ...command];
      return spawnSync(file!, args).status;
    };
    expect(run(program)).toBe(42);
    expect(run('/bin/sh', '-c', `'${program}'; exit $(($? + 1))`)).toBe(43);
    expect(spawnSync(program).status, 'the machine itself is as it was').not.toBe(42);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
