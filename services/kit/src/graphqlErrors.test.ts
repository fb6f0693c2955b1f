import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { DomainError } from './errors.ts';
import { formatError } from './graphqlErrors.ts';
import { createLog } from './log.ts';

function format(cause: Error) {
  const lines: string[] = [];
  const log = createLog({ destination: { write: (line: string) => void lines.push(line) } });
  const error = new GraphQLError(cause.message, { originalError: cause, path: ['submitJob'] });
  return { shown: formatError(error, { log, requestId: 'r-1' }), lines };
}

test('a full disk is told as such, without what the store said of it, which is logged', () => {
  const cause = Object.assign(new Error('database or disk is full: /var/store'), { code: 14031 });
  const { shown, lines } = format(cause);
  expect(shown.extensions).toEqual({ code: 'DISK_FULL' });
  expect(shown.message).not.toContain('/var/store');
  expect(lines.join()).toContain('/var/store');
});

test('an error of the domain is shown with its code and details, and not logged', () => {
  const { shown, lines } = format(new DomainError('CONFLICT', 'Ask again.', { field: 'name' }));
  expect(shown).toMatchObject({ message: 'Ask again.', extensions: { code: 'CONFLICT', field: 'name' } });
  expect(lines).toEqual([]);
});

test('anything else is shown as the id of the request', () => {
  const { shown, lines } = format(new Error('secret'));
  expect(shown.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'r-1' });
  expect(JSON.stringify(shown)).not.toContain('secret');
  expect(lines.join()).toContain('secret');
});
