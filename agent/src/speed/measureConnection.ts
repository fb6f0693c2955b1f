import type { Execute } from '../platform/Operation.ts';
import { measureConnection as askForAddresses } from '../platform/operations.ts';
import { startOpenChild } from '../program/startOpenChild.ts';
import type { Connection } from './Connection.ts';
import type { Line } from './measureLine.ts';
import type { Measured } from './speedProcess.ts';

export interface SpeedOptions {
  readonly execute: Execute;
  readonly gateway: string;
  readonly signal: AbortSignal;
}

/**
 * Measures how fast the platform is reached, in a process of its own. Throws PlatformError when the platform gives no addresses
 * for it, and an Error when it is busy, and when this was aborted or that process failed.
 */
export async function measureConnection({ execute, gateway, signal }: SpeedOptions): Promise<Connection> {
  const { measureConnection: given } = await execute(askForAddresses, {});
  return inProcess({ gateway, ...given }, signal);
}

function inProcess(line: Line, signal: AbortSignal): Promise<Connection> {
  const child = startOpenChild('speedometer', [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], signal });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (measured: Measured) =>
      'problem' in measured ? reject(new Error(measured.problem)) : resolve(measured),
    );
    child.once('exit', () => reject(new Error('What measures the connection ended too early.')));
    // The addresses are secrets, and arguments are not.
    child.send(line);
  });
}
