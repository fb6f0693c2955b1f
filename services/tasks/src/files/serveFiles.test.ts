import { open, readdir, type FileHandle } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCreator } from '@pictor/kit/testing';
import { createUpload } from '../domain/createUpload.ts';
import { limits } from '../domain/limits.ts';
import { pictureView } from '../domain/pictureView.ts';
import { aPicture, lease, put, submit } from '../test/flow.ts';
import { anAgent, creator, openTasks, type OpenTasks } from '../test/openTasks.ts';

async function filesOf({ given }: OpenTasks): Promise<string[]> {
  const all = await readdir(join(given.dataDir, 'assets'), { recursive: true, withFileTypes: true });
  return all.filter((each) => each.isFile()).map(({ name }) => name);
}

const place = ({ world }: OpenTasks, sizeBytes: number) =>
  createUpload(world, { actor: creator }, { sizeBytes, contentType: 'image/png' });

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

/** A PUT whose length is not said beforehand. */
function stream(
  url: string,
  chunks: Buffer[],
  { abort = false, agent = new Agent() } = {},
): Promise<number | string> {
  return new Promise((resolve) => {
    const sent = request(url, { method: 'PUT', agent }, (answer) => resolve(answer.resume().statusCode ?? 0));
    sent.on('error', ({ message }) => resolve(message));
    for (const chunk of chunks) sent.write(chunk);
    if (abort) setImmediate(() => sent.destroy());
    else sent.end();
  });
}

test('a file of exactly the announced size is stored, and may be sent again', async () => {
  await using opened = await openTasks();
  const { url, assetId } = await place(opened, 1_000);
  for (let i = 0; i < 2; i++) expect((await put(url, Buffer.alloc(1_000, i))).status).toBe(204);
  expect(await opened.world.assets.findById(assetId).lean()).toMatchObject({ state: 'STORED' });
  expect(await filesOf(opened)).toEqual([assetId]);
});

test('a body of another size is refused and leaves nothing', async () => {
  await using opened = await openTasks();
  const { url, assetId } = await place(opened, 1_000);
  expect(await codeOf(await put(url, Buffer.alloc(1_001)))).toEqual([413, 'FILE_TOO_LARGE']);
  expect(await codeOf(await put(url, Buffer.alloc(999)))).toEqual([400, 'UPLOAD_INCOMPLETE']);
  expect(await stream(url, [Buffer.alloc(600), Buffer.alloc(600)])).toBe(413);
  expect(await stream(url, [Buffer.alloc(600)])).toBe(400);
  await stream(url, [Buffer.alloc(600)], { abort: true });
  expect(await opened.world.assets.findById(assetId).lean()).toMatchObject({ state: 'PENDING' });
  await expect.poll(() => filesOf(opened)).toEqual([]);
});

test('a much larger body is answered, not cut off', async () => {
  await using opened = await openTasks();
  const { url } = await place(opened, 1_000);
  expect(await stream(url, Array(64).fill(Buffer.alloc(2 ** 16)))).toBe(413);
});

test(
  'a refused body leaves its connection fit for the next request, at once',
  { timeout: 4_000 },
  async () => {
    await using opened = await openTasks();
    const { url } = await place(opened, 1_000);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await stream(url, Array(64).fill(Buffer.alloc(2 ** 16)), { agent })).toBe(413);
    expect(await stream(url, [Buffer.alloc(1_000)], { agent })).toBe(204);
    agent.destroy();
  },
);

test.each(['write', 'sync'] as const)(
  'a disk that is full at the %s is said so, and nothing half-written stays',
  async (when) => {
    let full = true;
    const noSpace = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const openFile = async (path: string, flags: string): Promise<FileHandle> => {
      const file = await open(path, flags);
      const broken = () => (full ? Promise.reject(noSpace) : Promise.resolve());
      if (full && when === 'write') file.writeFile = broken;
      if (full && when === 'sync') file.sync = broken;
      return file;
    };
    await using opened = await openTasks({ openFile });
    const { url, assetId } = await place(opened, 1_000);
    expect(await codeOf(await put(url, Buffer.alloc(1_000)))).toEqual([507, 'DISK_FULL']);
    expect(await filesOf(opened)).toEqual([]);
    expect(await opened.world.assets.findById(assetId).lean()).toMatchObject({ state: 'PENDING' });
    full = false;
    expect((await put(url, Buffer.alloc(1_000))).status).toBe(204);
  },
);

test('an address works for what it was made for, and not for long', async () => {
  await using opened = await openTasks();
  const { url } = await place(opened, 1_000);
  const other = await place(opened, 1_000);
  const body = Buffer.alloc(1_000);
  const refused = [403, 'URL_INVALID'];
  expect(await codeOf(await fetch(url))).toEqual(refused);
  expect(await codeOf(await fetch(url, { method: 'DELETE' }))).toEqual(refused);
  const forged = url.replace(/signature=(.)/, (_, first) => `signature=${first === 'A' ? 'B' : 'A'}`);
  expect(await codeOf(await put(forged, body))).toEqual(refused);
  expect(await codeOf(await put(url.replace(/files\/[^?]+/, `files/${other.assetId}`), body))).toEqual(
    refused,
  );
  expect(await codeOf(await put(url.replace('size=1000', 'size=2000'), Buffer.alloc(2_000)))).toEqual(
    refused,
  );
  expect(await codeOf(await put(url.split('?')[0]!, body))).toEqual(refused);
  expect(await codeOf(await put(url.replace(/files\/[^?]+/, 'files/..%2f..%2fetc'), body))).toEqual(refused);
  expect((await put(url.replace('/files/', '/file/'), body)).status).toBe(404);
  opened.clock.advance(15 * 60_000);
  expect(await codeOf(await put(url, body))).toEqual([403, 'URL_EXPIRED']);
});

test('our own pictures may be shown, what others made only saved; a browser gives neither any rights', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const job = await submit(world, { picture: await aPicture(1_000, 24) });
  const picture = pictureView(world, job.input!);
  for (const [url, type] of [
    [picture.url, 'image/png'],
    [picture.previewUrl, 'image/webp'],
  ] as const) {
    const shown = await fetch(url);
    expect(shown.headers.get('content-type')).toBe(type);
    expect(shown.headers.get('content-disposition')).toBe('inline');
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  }
  const leased = await lease(world, anAgent('ann'));
  const band = await fetch(leased.inputUrl);
  expect(band.headers.get('content-disposition')).toBe('attachment');
  expect(band.headers.get('content-security-policy')).toContain('sandbox');
  const { url } = world.urls.sign({ method: 'GET', assetId: job.uploadId });
  expect((await fetch(url)).headers.get('content-disposition')).toBe('attachment');
});

test('HEAD tells of a file what GET does, without the file', async () => {
  await using opened = await openTasks();
  const { world } = opened;
  const { input } = await submit(world);
  const { url } = pictureView(world, input!);
  const head = await fetch(url, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    String(input!.sizeBytes),
    '',
  ]);
  const { url: put } = await place(opened, 9);
  expect((await fetch(put, { method: 'HEAD' })).status).toBe(403);
});

/** Sends the first byte of so many uploads; they end when they are destroyed. */
async function begin(opened: OpenTasks, count: number) {
  const { accountId = '' } = creator;
  const begun = [];
  for (let i = 0; i < count; i++) {
    const { url } = await place(opened, 16_000);
    const sent = request(url, { method: 'PUT', agent: new Agent() });
    const closed = new Promise<void>((resolve) => sent.on('error', () => resolve()));
    sent.write('1');
    begun.push({ sent, closed });
  }
  await expect.poll(() => opened.world.uploading.count(accountId)).toBe(count);
  return begun;
}

test('an owner has a few uploads at once, others have theirs', async () => {
  await using opened = await openTasks();
  const begun = await begin(opened, limits.uploadsAtOnce);
  const { url } = await place(opened, 9);
  expect(await codeOf(await put(url, Buffer.alloc(9)))).toEqual([503, 'RATE_LIMITED']);
  const other = { actor: aCreator('another') };
  const free = await createUpload(opened.world, other, { sizeBytes: 9, contentType: 'image/png' });
  expect((await put(free.url, Buffer.alloc(9))).status).toBe(204);
  for (const { sent } of begun) sent.destroy();
  await expect.poll(async () => (await put(url, Buffer.alloc(9))).status).toBe(204);
});

test('an upload that drips for too long is ended', async () => {
  await using opened = await openTasks();
  const [upload] = await begin(opened, 1);
  opened.clock.advance(30_999);
  upload!.sent.write('1');
  opened.clock.advance(1);
  await upload!.closed;
});

test('what is not there, and other paths, are told apart', async () => {
  await using opened = await openTasks();
  const { url } = opened.world.urls.sign({ method: 'GET', assetId: 'abcdef-none' });
  expect(await codeOf(await fetch(url))).toEqual([404, 'NOT_FOUND']);
  const pending = await place(opened, 9);
  const unsent = opened.world.urls.sign({ method: 'GET', assetId: pending.assetId });
  expect(await codeOf(await fetch(unsent.url))).toEqual([404, 'NOT_FOUND']);
});
