import { pino, type Logger } from 'pino';
import { LogFile } from './home/LogFile.ts';

export type Log = Logger;

/**
 * A log that is printed for people to read, or else as JSON lines, and that is kept in a file of the home folder too;
 * credentials are never written.
 */
export async function createLog(level: string, path: string, isRead: boolean): Promise<Log> {
  const destination = isRead
    ? (await import('pino-pretty')).default({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss', sync: true })
    : pino.destination({ fd: 1, sync: true });
  const redact = { paths: ['credential', 'token', '*.token', '*.credential'], censor: '[redacted]' };
  const streams = [destination, new LogFile(path)].map((stream) => ({ level, stream }));
  return pino({ level, redact }, pino.multistream(streams));
}
