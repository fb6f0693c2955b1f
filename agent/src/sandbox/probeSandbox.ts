import { CommandError, createCommand } from '../metrics/createCommand.ts';
import { createBubblewrap } from './createBubblewrap.ts';
import { findProgram } from './findProgram.ts';
import type { Sandbox, SandboxProbe } from './Sandbox.ts';

const LIMIT_MS = 10_000;
const INSIST = 'or, if you trust every scene that comes, start with --insist-without-sandbox';

/** Looks for a sandbox that works here, by running something in it: an installed one may still be forbidden. */
export async function probeSandbox(platform: NodeJS.Platform = process.platform): Promise<SandboxProbe> {
  if (platform !== 'linux') {
    return refused(`There is no sandbox for scenes on this system: use Linux ${INSIST}.`);
  }
  const bwrap = findProgram('bwrap');
  if (bwrap === undefined) {
    return refused(`Scenes need a sandbox. Install bubblewrap (apt install bubblewrap) ${INSIST}.`);
  }
  try {
    return { available: true, sandbox: await tried(createBubblewrap(bwrap, true)) };
  } catch {
    // An old version knows no --disable-userns, and some containers forbid it: the rest still holds.
  }
  try {
    return { available: true, sandbox: await tried(createBubblewrap(bwrap, false)) };
  } catch (error) {
    return refused(`bubblewrap does not work here: ${hintOf(error)}, ${INSIST}.`);
  }
}

async function tried(sandbox: Sandbox): Promise<Sandbox> {
  const command = ['/usr/bin/true'] as const;
  const nothing = {
    readable: [],
    writable: [],
    tmp: null,
    mostFileBytes: 0,
    mostAddressBytes: null,
    gpus: false,
    environment: {},
  };
  const { file, args } = sandbox.confine({ command, ...nothing });
  await createCommand(file, LIMIT_MS)(args);
  return sandbox;
}

function hintOf(error: unknown): string {
  const message = error instanceof CommandError ? error.message : String(error);
  const isForbidden = /permission|not permitted|namespace|uid map/i.test(message);
  const hint = isForbidden
    ? 'this system forbids user namespaces; allow them (Ubuntu: an AppArmor profile for /usr/bin/bwrap, or sysctl kernel.apparmor_restrict_unprivileged_userns=0; Debian: sysctl kernel.unprivileged_userns_clone=1; Docker: --security-opt seccomp=unconfined)'
    : 'mend or reinstall it';
  return `${message}; ${hint}`;
}

function refused(reason: string): SandboxProbe {
  return { available: false, reason };
}
