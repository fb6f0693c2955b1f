import { expect, test } from 'vitest';
import { href } from './href.ts';

test('leaves out what has no value and escapes what has', () => {
  expect(href('/jobs', { state: 'DONE', search: 'a & b', after: null })).toBe(
    '/jobs?state=DONE&search=a+%26+b',
  );
  expect(href('/jobs', { state: undefined, search: '' })).toBe('/jobs');
});
