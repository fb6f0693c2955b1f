import { expect, test } from 'vitest';
import { searchTerms, termPattern } from './searchTerms.ts';

const finds = (search: string, name: string) =>
  searchTerms(name).some((term) => termPattern(search).test(term));

test.each([
  ['still', 'The Still Life (2)', true],
  ['still life', 'The Still Life (2)', true],
  ['LIFE (2', 'The Still Life (2)', true],
  ['ill', 'The Still Life (2)', false],
  ['l.fe', 'The Still Life (2)', false],
  ['ärm', 'Die Ärmel', true],
  ['(2', 'The Still Life (2)', false],
  ['.*', 'anything', false],
  ['still\0', 'The Still Life (2)', true],
])('%j in %j: %s', (search, name, found) => {
  expect(finds(search, name)).toBe(found);
});
