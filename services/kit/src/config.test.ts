import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigError, readConfig } from './config.ts';

const schema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(4000),
  dataDir: z.string().default('./data'),
  databaseUri: z.string().optional(),
  secret: z.string().min(8),
});
const names = { port: 'PORT', dataDir: 'DATA_DIR', databaseUri: 'DATABASE_URI', secret: 'SECRET' };

test('values come from the environment, typed; what is empty or absent takes its default', () => {
  const config = readConfig(schema, { PORT: '80', DATA_DIR: '', SECRET: '12345678', OTHER: 'x' }, names);
  expect(config).toEqual({ port: 80, dataDir: './data', secret: '12345678' });
});

test('every problem is told at once, by the name of its variable', () => {
  let caught: unknown;
  try {
    readConfig(schema, { PORT: 'eighty', SECRET: '' }, names);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(ConfigError);
  const { problems, message } = caught as ConfigError;
  expect(problems).toEqual([
    expect.stringMatching(/^PORT: .*number/),
    expect.stringMatching(/^SECRET \(not set\): .*string/),
  ]);
  for (const problem of problems) expect(message).toContain(problem);
});
