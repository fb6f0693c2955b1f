import { open } from 'node:fs/promises';
import { z } from 'zod';
import { AgentError } from './AgentError.ts';

const SIZE_LIMIT = 64 * 1024;

const configurationSchema = z.object(
  {
    version: z.literal(1, 'must be 1; a newer file needs a newer agent'),
    gateway: z
      .url({ protocol: /^https?$/, error: 'must be an http or https address' })
      .refine((url) => !URL.canParse(url) || new URL(url).username === '', 'must not contain a user name'),
    workerId: text(200),
    workerName: text(200),
    enrolmentToken: text(1_000),
    expiresAt: z.iso.datetime({ offset: true, error: 'must be a moment in ISO 8601' }),
  },
  'must be a JSON object',
);

/** A worker's configuration, as the platform hands it out. */
export type Configuration = z.infer<typeof configurationSchema>;

/**
 * Reads a worker's configuration file. Throws AgentError CONFIGURATION_INVALID, which names every problem at once, or
 * CONFIGURATION_EXPIRED.
 */
export async function readConfiguration(path: string, now: number): Promise<Configuration> {
  return parseConfiguration(await readBounded(path), path, now);
}

/**
 * Reads a worker's configuration from the text of a file called `path`. Throws AgentError CONFIGURATION_INVALID, which
 * names every problem at once, or CONFIGURATION_EXPIRED.
 */
export function parseConfiguration(content: string, path: string, now: number): Configuration {
  const configuration = parseContent(content, path);
  if (Date.parse(configuration.expiresAt) <= now) {
    throw new AgentError(
      'CONFIGURATION_EXPIRED',
      `${path} ended on ${configuration.expiresAt}. Make a new configuration for ${configuration.workerName} in the portal and import that.`,
    );
  }
  return configuration;
}

function parseContent(content: string, path: string): Configuration {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw invalid(`${path} is not a worker configuration: it is not JSON.`);
  }
  const result = configurationSchema.safeParse(json);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path: field, message }) => `\n  ${field.join('.') || 'the file'} ${message}`,
  );
  throw invalid(`${path} is not a worker configuration:${problems.join('')}`);
}

async function readBounded(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(SIZE_LIMIT + 1), 0);
      if (bytesRead > SIZE_LIMIT) throw invalid(`${path} is too large to be a worker configuration.`);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof AgentError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AgentError('CONFIGURATION_INVALID', `${path} cannot be read: ${why}.`, { cause });
  }
}

function text(most: number) {
  return z
    .string({ error: ({ input }) => (input === undefined ? 'is missing' : 'must be text') })
    .min(1, 'must not be empty')
    .max(most, `must not be longer than ${most} characters`);
}

function invalid(message: string): AgentError {
  return new AgentError('CONFIGURATION_INVALID', message);
}
