import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that went over the network since the machine started. */
export interface NetworkBytes {
  readonly received: number;
  readonly sent: number;
}

/**
 * Counts what went over the network, where Linux tells it; null elsewhere. Bridges and tunnels carry what a real
 * interface carries too, so only these are counted, unless there is none, as in a container.
 */
export async function readNetwork(root = '/'): Promise<NetworkBytes | null> {
  const text = await readFile(join(root, 'proc/net/dev'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n').flatMap((line) => {
    const [, name, counters = ''] = /^\s*([^\s:]+):\s*(.+)$/.exec(line) ?? [];
    const numbers = counters.trim().split(/\s+/).map(Number);
    return name === undefined || name === 'lo' ? [] : [{ name, received: numbers[0], sent: numbers[8] }];
  });
  const real = await Promise.all(lines.map(({ name }) => isReal(root, name)));
  const counted = real.includes(true) ? lines.filter((_, i) => real[i]) : lines;
  const sum = (values: (number | undefined)[]) =>
    values.reduce<number>((all, value) => all + (value ?? NaN), 0);
  const [received, sent] = [sum(counted.map((each) => each.received)), sum(counted.map((each) => each.sent))];
  return Number.isFinite(received + sent) ? { received, sent } : null;
}

function isReal(root: string, name: string): Promise<boolean> {
  return readdir(join(root, 'sys/class/net', name, 'device')).then(
    () => true,
    () => false,
  );
}
