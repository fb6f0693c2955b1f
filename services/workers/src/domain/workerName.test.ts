import { expect, test } from 'vitest';
import { nameFields, searchWords, slugOf, workerName } from './workerName.ts';

test.each([
  ['  Studio PC ', 'Studio PC'],
  ['Cafe\u0301', 'Caf\u00e9'],
  ['x'.repeat(64), 'x'.repeat(64)],
])('takes %j as a name', (given, name) => {
  expect(workerName.parse(given)).toBe(name);
});

test.each(['', '   ', 'x'.repeat(65), 'two\nlines', 'nul\0'])('refuses %j as a name', (given) => {
  expect(workerName.safeParse(given).success).toBe(false);
});

test('terms are the suffixes of each word, letter case aside', () => {
  const { nameKey, terms } = nameFields('Rig 07 rig');
  expect(nameKey).toBe('rig 07 rig');
  expect(terms).toEqual(['rig', 'ig', 'g', '07', '7']);
});

test('letters outside the basic plane are not cut in two', () => {
  expect(nameFields('a🚀b').terms).toEqual(['a🚀b', '🚀b', 'b']);
});

test('a search is split and folded like names are', () => {
  expect(searchWords('  RIG  Cafe\u0301 ')).toEqual(['rig', 'caf\u00e9']);
  expect(searchWords(' ')).toEqual([]);
});

test.each([
  ['Studio PC', 'studio-pc'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Zoë’s Gerät №1', 'zoe-s-gerat-no1'],
  ['渲染', 'worker'],
  ['x'.repeat(64), 'x'.repeat(40)],
])('names the file of %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
