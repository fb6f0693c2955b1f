// Makes an account the platform's operator: `npm run operator -- EMAIL`, while the platform runs or not.
import { parseArgs, styleText } from 'node:util';
import { ConfigError, createLog, DomainError } from '@pictor/kit';
import { makeOperator } from '@pictor/workers';
import { platformConfig } from './config.ts';
import { openStoreBesidePlatform } from './runningStore.ts';

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [email] = positionals;
  if (!email || positionals.length > 1) throw new ConfigError(['npm run operator -- EMAIL']);
  const { dataDir, mongodbUri } = platformConfig(process.env);
  const store = await openStoreBesidePlatform(dataDir, mongodbUri, createLog({ level: 'warn' }));
  try {
    await makeOperator(store.connection(), email);
    console.log(`${email} is an operator now. Sign in again for it to take effect.`);
  } finally {
    await store.close();
  }
} catch (error) {
  if (!(error instanceof DomainError || error instanceof ConfigError)) throw error;
  console.error(styleText('red', error.message));
  process.exitCode = 1;
}
