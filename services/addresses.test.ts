import { expect, test } from 'vitest';
import { addressOf } from './addresses.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4000'],
  ['192.168.1.5', 'http://192.168.1.5:4000'],
  ['localhost', 'http://localhost:4000'],
  ['::1', 'http://[::1]:4000'],
  ['0.0.0.0', 'http://127.0.0.1:4000'],
  ['::', 'http://[::1]:4000'],
])('what listens on %s is reached at %s', (host, address) => {
  expect(addressOf(host, 4000)).toBe(address);
  expect(URL.canParse(address)).toBe(true);
});
