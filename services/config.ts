import { resolve } from 'node:path';
import { readConfig } from '@pictor/kit';
import { z } from 'zod';

const port = z.coerce.number('must be a port number').int('must be a port number').min(0).max(65_535);

/** Pages, API and files lie at fixed paths. */
const isWholeSite = ({ origin, href }: URL) => href === `${origin}/`;

/** Where `npm run package:agent` puts what it makes. */
const packaged = resolve(import.meta.dirname, '../build/agent');

const fields = {
  port: port.default(4000),
  host: z.string().default('127.0.0.1'),
  publicUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .refine((text) => !URL.canParse(text) || isWholeSite(new URL(text)), 'must be a whole site, with no path')
    .optional(),
  dataDir: z
    .string()
    .default('./data')
    .transform((path) => resolve(path)),
  downloadDir: z
    .string()
    .default(packaged)
    .transform((path) => resolve(path)),
  mongodbUri: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://')
    .optional(),
  logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  subgraphs: z.enum(['process', 'http']).default('process'),
  metricsPort: port.optional(),
  checker: z
    .enum(['on', 'off'])
    .default('on')
    .transform((value) => value === 'on'),
};

/** Where the platform listens, what it stores where, and in which shape it runs. */
export type PlatformConfig = z.output<z.ZodObject<typeof fields>>;

const variables: Record<keyof typeof fields, { name: string; meaning: string }> = {
  port: { name: 'PORT', meaning: 'port to listen on (4000; 0 takes a free one)' },
  host: { name: 'HOST', meaning: 'address to listen on (127.0.0.1)' },
  publicUrl: { name: 'PUBLIC_URL', meaning: 'how browsers and agents reach it (http://HOST:PORT)' },
  dataDir: { name: 'DATA_DIR', meaning: 'where store.sqlite, assets/ and keys/ lie (./data)' },
  downloadDir: {
    name: 'DOWNLOAD_DIR',
    meaning: 'what npm run package:agent made, for /download (build/agent here)',
  },
  mongodbUri: { name: 'MONGODB_URI', meaning: 'a MongoDB to use instead of the embedded store' },
  logLevel: { name: 'LOG_LEVEL', meaning: 'debug, info, warn, error or silent (info)' },
  subgraphs: { name: 'SUBGRAPHS', meaning: 'process, or http: over loopback ports (process)' },
  metricsPort: { name: 'METRICS_PORT', meaning: 'loopback port for Prometheus (none)' },
  checker: { name: 'CHECKER', meaning: 'on, or off: reported tasks then wait unverified (on)' },
};

/** What `--help` says about the environment. */
export const configHelp = (): string =>
  Object.values(variables)
    .map(({ name, meaning }) => `  ${name.padEnd(12)} ${meaning}`)
    .join('\n');

/** Reads the environment. Throws a ConfigError that names every problem at once. */
export const platformConfig = (env: Readonly<Record<string, string | undefined>>): PlatformConfig =>
  readConfig(
    z.object(fields),
    env,
    Object.fromEntries(Object.entries(variables).map(([field, { name }]) => [field, name])) as Record<
      keyof typeof fields,
      string
    >,
  );
