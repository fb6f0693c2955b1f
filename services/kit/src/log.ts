import { pino, type DestinationStream, type Logger } from 'pino';
import pretty from 'pino-pretty';

export type Log = Logger;

export interface LogConfig {
  /** The least severe level that is written; `silent` writes nothing. */
  level?: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Which program is speaking. */
  name?: string;
  /** Where lines go; standard output when absent. */
  destination?: DestinationStream;
}

const secretKeys = ['authorization', 'token', 'cookie', 'password'];
const secretPaths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]);
const secretsInText =
  /([?&](?:signature|sig|token)=)[^&#"\s\\]+|(Bearer )[\w.~+/=-]+|(pictor_session=)[^;"\s\\]+/gi;

/**
 * A log that people read on a terminal and programs read as JSON lines elsewhere. What is secret (authorization, token,
 * cookie, password, signatures in URLs, bearer credentials in texts) is never written.
 */
export function createLog(config: LogConfig = {}): Log {
  const { level = 'info', name, destination = standardOutput() } = config;
  return pino(
    {
      level,
      ...(name ? { name } : {}),
      redact: { paths: secretPaths, censor: '[redacted]' },
      hooks: { streamWrite: hideSecrets },
    },
    destination,
  );
}

function hideSecrets(line: string): string {
  return line.replace(secretsInText, '$1$2$3[redacted]');
}

function standardOutput(): DestinationStream {
  if (!process.stdout.isTTY) return pino.destination({ fd: 1, sync: true });
  return pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true });
}
