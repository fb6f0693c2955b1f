import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUnconfined } from '../../sandbox/createUnconfined.ts';
import { probeSandbox } from '../../sandbox/probeSandbox.ts';
import { FrameChecker } from './FrameChecker.ts';
import type { FrameCheck } from './frameChecks.ts';
import { takeFrame } from './takeFrame.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'frames-'))));
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

test('a frame is copied with its size and hash', async () => {
  await writeFile(at('made.png'), 'a frame');
  const sha256 = createHash('sha256').update('a frame').digest('hex');
  expect(await takeFrame(at('made.png'), at('taken.png'), 100)).toEqual({ sizeBytes: 7, sha256 });
  expect(String(await readFile(at('taken.png')))).toBe('a frame');
});

test.skipIf(process.platform === 'win32')(
  'links, pipes, folders and endless files are no frames',
  async () => {
    await symlink('/etc/passwd', at('link.png'));
    execFileSync('mkfifo', [at('pipe.png')]);
    await writeFile(at('large.png'), Buffer.alloc(101));
    for (const name of ['link.png', 'pipe.png', 'large.png', 'absent.png', '.'])
      await expect(takeFrame(at(name), at('taken.png'), 100), name).rejects.toMatchObject({
        code: 'FRAME_MISSING',
      });
  },
);

describe('what is decoded', () => {
  let checker: FrameChecker;
  beforeAll(async () => {
    const probe = await probeSandbox();
    checker = new FrameChecker(probe.available ? probe.sandbox : createUnconfined(), folder);
  });
  afterAll(() => checker.close());
  const picture = (width = 64) =>
    sharp({
      create: {
        width,
        height: 36,
        channels: 3,
        background: 'teal',
        noise: { type: 'gaussian', mean: 99, sigma: 50 },
      },
    });
  const check = (content: Buffer, change: Partial<FrameCheck> = {}) =>
    writeFile(at('frame'), content).then(() =>
      checker.check({ path: at('frame'), width: 64, height: 36, format: 'PNG8', ...change }),
    );

  test('is a frame when size, format and depth are those asked for', async () => {
    const preview = await check(await picture().png().toBuffer());
    expect(await sharp(preview ?? undefined).metadata()).toMatchObject({
      format: 'jpeg',
      width: 64,
      height: 36,
    });
    await check(await picture().jpeg().toBuffer(), { format: 'JPEG' });
    await check(await picture().toColourspace('rgb16').png().toBuffer(), { format: 'PNG16' });
  });

  test('is refused otherwise, in a sentence', async () => {
    const png = await picture().png().toBuffer();
    const refused: [string, Buffer, Partial<FrameCheck>][] = [
      ['half a picture', png.subarray(0, png.length / 2), {}],
      ['too large', await picture(65).png().toBuffer(), {}],
      ['too small', await picture(63).png().toBuffer(), {}],
      ['too shallow', png, { format: 'PNG16' }],
      ['another format', png, { format: 'JPEG' }],
      ['a format that is not read at all', await picture().webp().toBuffer(), {}],
      ['nothing', Buffer.alloc(0), {}],
    ];
    for (const [what, content, change] of refused)
      await expect(check(content, change), what).rejects.toMatchObject({ code: 'FRAME_MISSING' });
  });
});
