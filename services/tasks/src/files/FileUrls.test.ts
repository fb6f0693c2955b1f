import { FakeClock } from '@pictor/kit/testing';
import { expect, test } from 'vitest';
import { FileUrls, type FileGrant } from './FileUrls.ts';

const minute = 60_000;

function setUp() {
  const clock = new FakeClock();
  const urls = new FileUrls('http://farm.test/', Buffer.alloc(32, 1), clock, 10 * minute);
  const pathOf = (grant: FileGrant) => urls.sign(grant).url.replace('http://farm.test', '');
  return { clock, urls, pathOf };
}

const upload: FileGrant = { method: 'PUT', assetId: 'abcd-1', attemptId: 'a.1.2', sizeBytes: 70 };

test('a signed address reads back as what it allows', () => {
  const { urls, pathOf } = setUp();
  expect(urls.read('PUT', pathOf(upload))).toMatchObject(upload);
  expect(urls.read('GET', pathOf({ method: 'GET', assetId: 'abcd-1' }))).toMatchObject({
    method: 'GET',
    assetId: 'abcd-1',
    attemptId: undefined,
    sizeBytes: undefined,
  });
});

test.each([
  ['another method', 'GET', (path: string) => path],
  ['another asset', 'PUT', (path: string) => path.replace('abcd-1', 'abcd-2')],
  ['another attempt', 'PUT', (path: string) => path.replace('a.1.2', 'a.1.3')],
  ['no attempt', 'PUT', (path: string) => path.replace('attempt=a.1.2&', '')],
  ['a larger body', 'PUT', (path: string) => path.replace('size=70', 'size=71')],
  ['a later end', 'PUT', (path: string) => path.replace(/expires=(\d)/, 'expires=9')],
  ['a tampered signature', 'PUT', (path: string) => path.replace(/signature=./, 'signature=_')],
  ['no signature', 'PUT', (path: string) => path.replace(/&signature=.*/, '')],
  ['a path outside', 'PUT', (path: string) => path.replace('abcd-1', '..%2fabcd-1')],
  ['a method of its own', 'DELETE', (path: string) => path],
])('it does not allow %s', (_what, method, change) => {
  const { urls, pathOf } = setUp();
  expect(() => urls.read(method, change(pathOf(upload)))).toThrowError(
    expect.objectContaining({ code: 'URL_INVALID' }),
  );
});

test('it ends between ten and fifteen minutes after, and is the same when asked for again soon', () => {
  const { clock, urls, pathOf } = setUp();
  const path = pathOf(upload);
  clock.advance(2 * minute);
  expect(pathOf(upload)).toBe(path);
  const { expiresAt } = urls.sign(upload);
  expect(expiresAt - clock.now()).toBeGreaterThanOrEqual(10 * minute);
  expect(expiresAt - clock.now()).toBeLessThanOrEqual(15 * minute);
  clock.set(expiresAt - 1);
  expect(urls.read('PUT', path)).toMatchObject(upload);
  clock.set(expiresAt);
  expect(() => urls.read('PUT', path)).toThrowError(expect.objectContaining({ code: 'URL_EXPIRED' }));
});

test('another platform has another key', () => {
  const { clock, pathOf } = setUp();
  const others = new FileUrls('http://farm.test', Buffer.alloc(32, 2), clock, 10 * minute);
  expect(() => others.read('PUT', pathOf(upload))).toThrowError(
    expect.objectContaining({ code: 'URL_INVALID' }),
  );
});
