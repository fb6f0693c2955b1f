import { CombinedError } from '@urql/core';
import { expect, test } from 'vitest';
import { problemOf } from './problem.ts';

test('names what the API says, with its code and request id', () => {
  const error = new CombinedError({
    graphQLErrors: [{ message: 'No such worker.', extensions: { code: 'NOT_FOUND', requestId: '8c1f' } }],
  });
  expect(problemOf(error)).toMatchObject({
    code: 'NOT_FOUND',
    message: 'No such worker.',
    requestId: '8c1f',
  });
});

test('a platform that does not answer, and an error without a code, are problems too', () => {
  expect(problemOf(new CombinedError({ networkError: new Error('refused') })).code).toBe('UNREACHABLE');
  expect(problemOf(new CombinedError({ graphQLErrors: ['odd'] })).code).toBe('INTERNAL_SERVER_ERROR');
});
