import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Downloads } from './downloads.ts';
import { Front } from './front.ts';

const content = 'the program of a worker';
const sha256 = createHash('sha256').update(content).digest('hex');
const file = { name: 'pictor-worker-linux-x64', sizeBytes: content.length, sha256 };
const address = `/download/${file.name}`;
let folder: string;
let front: Front;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'downloads-'));
  front = new Front();
  port = await front.listen(0, '127.0.0.1');
  front.open({
    graphql: { handle: () => {}, upgrade: () => {} },
    files: () => {},
    speed: () => {},
    downloads: new Downloads(folder).handle,
    portal: (_, response) => void response.end('a page'),
  });
});
beforeEach(() => {
  writeFileSync(join(folder, file.name), content);
  writeFileSync(join(folder, 'secret'), 'not in the manifest');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '1.0.0', files: [file] }));
});
afterAll(async () => {
  await front.close();
  rmSync(folder, { recursive: true });
});

/** Paths go out as they are, which `fetch` would clean. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const sent = request({ port, path, headers, method }, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => (body += text));
        answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body }));
      });
      sent.on('error', reject).end();
    },
  );
}

test('a file is an attachment, whole, and may be kept for good when it is named by its hash', async () => {
  const { status, headers, body } = await ask(`${address}?sha256=${sha256}`);
  expect([status, body]).toEqual([200, content]);
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${file.name}"`,
    'content-length': String(content.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
  });
  expect((await ask(address)).headers['cache-control']).toBe('no-cache');
  expect((await ask(address, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
  expect(await ask(address, {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
});

test('another hash is not answered with these bytes', async () => {
  expect((await ask(`${address}?sha256=${'0'.repeat(64)}`)).status).toBe(404);
});

test.each([
  ['bytes=4-', content.slice(4), `bytes 4-22/23`],
  ['bytes=4-10', content.slice(4, 11), `bytes 4-10/23`],
  ['bytes=4-999', content.slice(4), `bytes 4-22/23`],
  ['bytes=-6', content.slice(-6), `bytes 17-22/23`],
  ['bytes=-999', content, `bytes 0-22/23`],
])('%s is answered with that part', async (range, part, told) => {
  const { status, headers, body } = await ask(address, { range });
  expect([status, body, headers['content-range']]).toEqual([206, part, told]);
});

test.each(['bytes=0-1,4-5', 'bytes=9-4', 'lines=1-2', 'bytes=-'])(
  '%s is answered with all of it',
  async (range) => {
    expect(await ask(address, { range })).toMatchObject({ status: 200, body: content });
  },
);

test('a range beyond the end, and one of a file that has changed since', async () => {
  expect(await ask(address, { range: 'bytes=23-' })).toMatchObject({
    status: 416,
    headers: { 'content-range': 'bytes */23' },
  });
  expect((await ask(address, { range: 'bytes=-0' })).status).toBe(416);
  expect((await ask(address, { range: 'bytes=4-', 'if-range': '"older"' })).status).toBe(200);
  expect((await ask(address, { range: 'bytes=4-', 'if-range': `"${sha256}"` })).status).toBe(206);
});

test.each(['secret', '../package.json', '..%2Fpackage.json', '', '%2e%2e/secret', '/etc/passwd', 'a\\..\\b'])(
  'nothing but what the manifest names: %s',
  async (name) => {
    const { body } = await ask(`/download/${name}`);
    expect(body).not.toContain('not in the manifest');
    expect(body).toMatch(/^(There is no such file|a page)/);
  },
);

test('files are only read', async () => {
  expect(await ask(address, {}, 'DELETE')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('a file that is just being written is not served, nor is one with a manifest that is none', async () => {
  truncateSync(join(folder, file.name), 5);
  expect(await ask(address)).toMatchObject({ status: 503, headers: { 'retry-after': '60' } });
  writeFileSync(join(folder, 'manifest.json'), '{"files": [{"name": "../x"}]}');
  expect((await ask(address)).status).toBe(500);
});

test('where nothing was packaged the manifest says so; the page itself is the portal’s', async () => {
  rmSync(join(folder, 'manifest.json'));
  expect(await ask('/download/manifest.json')).toMatchObject({ status: 200, body: 'null' });
  expect((await ask('/download/SHA256SUMS')).status).toBe(404);
  expect((await ask(address)).status).toBe(404);
  expect((await ask('/download')).body).toBe('a page');
});
