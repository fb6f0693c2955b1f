import type { z } from 'zod';
import { problemsOf } from './problems.ts';

/** The configuration cannot be used; `problems` has one sentence for each thing to put right. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads a configuration from environment variables. `names` says which variable fills which field; an empty variable
 * counts as unset. Throws one ConfigError that lists every problem at once, by the variable's name.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
  names: Readonly<Record<keyof z.input<Schema> & string, string>>,
): z.output<Schema> {
  const variables: Record<string, string> = names;
  const values = Object.fromEntries(
    Object.entries(variables).map(([field, variable]) => [field, env[variable] || undefined]),
  );
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    problemsOf(parsed.error).map(({ path, message }) => {
      const variable = variables[path] ?? path;
      return `${variable}${env[variable] ? '' : ' (not set)'}: ${message}`;
    }),
  );
}
