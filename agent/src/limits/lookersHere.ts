import { systemClock } from '../clock.ts';
import { createCommand } from '../metrics/createCommand.ts';
import { processTree } from '../sandbox/processTree.ts';
import { lookForMains } from './lookForMains.ts';
import { lookForPrograms } from './lookForPrograms.ts';
import { askLastInput, askLogind } from './lookForUser.ts';
import type { Looker } from './Use.ts';

const LIMIT_MS = 5_000;

/** How it is told on this system whether somebody uses the machine. */
export function lookersHere(): Looker[] {
  const nvidiaSmi = createCommand('nvidia-smi', LIMIT_MS);
  const ours = () => {
    const tree = processTree(process.pid);
    return tree && new Set(tree.keys());
  };
  return [userLooker(), () => lookForPrograms(nvidiaSmi, ours), () => lookForMains()];
}

function userLooker(): Looker {
  if (process.platform === 'linux') {
    const loginctl = createCommand('loginctl', LIMIT_MS);
    return () => askLogind(loginctl, systemClock.elapsed());
  }
  if (process.platform === 'win32') {
    const powershell = createCommand('powershell.exe', LIMIT_MS);
    return () => askLastInput(powershell);
  }
  const why = 'it cannot be told whether somebody uses this machine: not on this system';
  return async () => ({ state: 'UNKNOWN', why });
}
