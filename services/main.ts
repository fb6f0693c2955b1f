// The whole platform in one process: `npm start`.
import { styleText, parseArgs } from 'node:util';
import { ConfigError, createLog } from '@pictor/kit';
import { StartError } from '@pictor/store';
import { configHelp, platformConfig } from './config.ts';
import { PortTaken } from './front.ts';
import { startPlatform } from './platform.ts';
import { buildPortalIfStale } from './portal.ts';

const usage = `Starts Pictor Worker's platform on one port: the portal, the GraphQL API and its files.

  npm start [-- --help]

Environment:
${configHelp()}`;

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) console.log(usage);
  else await run();
} catch (error) {
  if (!isForPeople(error)) throw error;
  console.error(styleText('red', error.message));
  process.exitCode = 1;
}

async function run() {
  const config = platformConfig(process.env);
  await buildPortalIfStale((line) => console.log(line));
  const log = createLog({ level: config.logLevel, name: 'pictor' });
  const platform = await startPlatform(config, log, { portal: true });
  log.info({ url: platform.url, dataDir: config.dataDir }, `ready: open ${platform.url} and sign up`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      void platform.stop().then(() => process.exit(0));
    });
}

/** Problems that the caller can mend, told without a stack. */
function isForPeople(error: unknown): error is Error {
  const code = (error as { code?: unknown }).code;
  const isUsage = typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
  return isUsage || [ConfigError, PortTaken, StartError].some((kind) => error instanceof kind);
}
