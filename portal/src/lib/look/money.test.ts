import { expect, test } from 'vitest';
import { inCents, inFull, inSentence, inTable, micros, roughly, sum, written } from './money.ts';

test('keeps every digit of amounts that a floating number would lose', () => {
  expect(inFull('9007199254740993123456')).toBe('9,007,199,254,740,993.123456');
  expect(written('18413207')).toEqual({ negative: false, dollars: '18', cents: '41', micros: '3207' });
});

test('rounds to the cent half away from zero', () => {
  expect(inCents(18_415_000n)).toBe('18.42');
  expect(inCents(18_414_999n)).toBe('18.41');
  expect(inCents(-18_415_000n)).toBe('−18.42');
  expect(inCents(999_995_000n)).toBe('1,000.00');
  expect(inCents(0n)).toBe('0.00');
  expect(inCents(-4_999n)).toBe('0.00');
});

test('a sentence never calls something nothing', () => {
  expect(inSentence('9873')).toBe('$0.009873');
  expect(inSentence('10000')).toBe('$0.01');
  expect(inSentence('0')).toBe('$0.00');
});

test('a table never calls something nothing', () => {
  expect([0n, 1n, 4_999n, 5_000n, 18_415_000n].map(inTable)).toEqual([
    '0.00',
    '<0.01',
    '<0.01',
    '0.01',
    '18.42',
  ]);
});

test('adds without a float, and refuses what is not whole micro-dollars', () => {
  expect(sum(['1', 2n, '-3'])).toBe(0n);
  for (const wrong of ['1.5', '', '1e6', 'NaN']) expect(() => micros(wrong)).toThrow(SyntaxError);
});

test.each([
  [976n, '$0.001'],
  [94_000n, '$0.09'],
  [351_000n, '$0.40'],
  [3_400_000n, '$3'],
  [0n, '$0'],
])('%d is roughly %s', (amount, text) => expect(roughly(amount)).toBe(text));
