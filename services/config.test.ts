import { ConfigError } from '@pictor/kit';
import { expect, test } from 'vitest';
import { platformConfig } from './config.ts';

test.each(['https://farm.example', 'http://127.0.0.1:4000/', 'http://[::1]:4000'])(
  'the platform may be reached at %s',
  (address) => {
    expect(platformConfig({ PUBLIC_URL: address }).publicUrl).toBe(address);
  },
);

test.each([
  'farm.example',
  'ftp://farm.example',
  'https://farm.example/pictor',
  'https://farm.example/?a',
  'https://me:secret@farm.example',
])('the platform may not be reached at %s', (address) => {
  const read = () => platformConfig({ PUBLIC_URL: address });
  expect(read).toThrowError(ConfigError);
  expect(read).toThrowError('PUBLIC_URL');
});
