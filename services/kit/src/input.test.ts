import { expect, test } from 'vitest';
import { z } from 'zod';
import { DomainError } from './errors.ts';
import { parseInput } from './input.ts';

const schema = z.strictObject({
  name: z.string().trim().min(1, 'Give it a name.').max(20),
  tags: z.array(z.string()).max(2),
});

function refusal(value: unknown): DomainError {
  try {
    parseInput(schema, value);
  } catch (error) {
    return error as DomainError;
  }
  return expect.unreachable('it was accepted');
}

test('good input comes back as the schema makes it', () => {
  expect(parseInput(schema, { name: ' lamp ', tags: [] })).toEqual({ name: 'lamp', tags: [] });
});

test('every problem is named with its path, for people and for programs', () => {
  const error = refusal({ name: ' ', tags: ['a', 5], $where: '1' });
  expect(error).toBeInstanceOf(DomainError);
  expect(error.code).toBe('INVALID_INPUT');
  expect(error.details.problems).toEqual([
    { path: 'name', message: 'Give it a name' },
    { path: 'tags[1]', message: expect.stringContaining('string') },
    { path: '', message: expect.stringContaining('$where') },
  ]);
  expect(error.message).toContain('name: Give it a name; tags[1]: ');
});

test('a flood of problems is cut at 20', () => {
  const many = z.array(z.string());
  expect(() => parseInput(many, Array(10_000).fill(0))).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/^.{0,2000}$/) }),
  );
});
