import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { DocumentCache } from './documentCache.ts';

const schema = buildSchema('type Query { a: Int b(x: Int): Int }');

function refusal(work: () => unknown): { message: string; code: unknown }[] {
  try {
    work();
  } catch (error) {
    return (error as AggregateError).errors.map(({ message, extensions }) => ({
      message,
      code: extensions.code,
    }));
  }
  return expect.unreachable('it was accepted');
}

test('a document is parsed once; what is wrong is not kept', () => {
  const cache = new DocumentCache(schema);
  expect(cache.prepare('{ a }')).toBe(cache.prepare('{ a }'));
  expect(refusal(() => cache.prepare('{ a '))).toMatchObject([{ code: 'GRAPHQL_PARSE_FAILED' }]);
  expect(refusal(() => cache.prepare('{ c d }'))).toMatchObject([
    { code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringContaining('"c"') },
    { code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringContaining('"d"') },
  ]);
  expect(cache.size).toBe(1);
});

test('it is bounded by number, and keeps what is in use', () => {
  const cache = new DocumentCache(schema);
  const used = cache.prepare('{ a }');
  for (let i = 0; i < 1_500; i++) {
    cache.prepare(`{ b(x: ${i}) }`);
    if (i % 500 === 0) expect(cache.prepare('{ a }')).toBe(used);
  }
  expect(cache.size).toBe(1000);
  expect(cache.prepare('{ a }')).toBe(used);
});

test('it is bounded by length, even for one document that is too long to keep', () => {
  const cache = new DocumentCache(schema);
  for (let i = 0; i < 8; i++) cache.prepare(`{ b(x: ${i}) } #${'x'.repeat(300_000)}`);
  expect(cache.size).toBe(6);
  cache.prepare(`{ a } #${'x'.repeat(2 ** 21)}`);
  expect(cache.size).toBe(0);
});

test('a document of too many tokens is refused before it is read to its end', () => {
  const cache = new DocumentCache(schema);
  expect(refusal(() => cache.prepare(`{ ${'a '.repeat(30_000)} }`))).toMatchObject([
    { code: 'GRAPHQL_PARSE_FAILED', message: expect.stringContaining('20000 tokens') },
  ]);
});
