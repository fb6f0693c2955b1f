import type { Command } from '../metrics/createCommand.ts';
import { ok, type Check } from './Check.ts';

const ARGUMENTS =
  '--unshare-all --die-with-parent --new-session --ro-bind / / --dev /dev --proc /proc --cap-drop ALL';

/** Looks whether scenes of others can be kept apart from this machine, which is what Bubblewrap does on Linux. */
export async function checkSandbox(bubblewrap: Command, platform: NodeJS.Platform): Promise<Check> {
  const name = 'sandbox';
  if (platform !== 'linux') {
    return {
      name,
      state: 'LIMITED',
      finding: 'Scenes of others can be kept apart from this machine on Linux alone.',
      remedy: 'Use Linux for render tasks.',
    };
  }
  try {
    await bubblewrap([...ARGUMENTS.split(' '), 'true']);
    return ok(name, 'Bubblewrap keeps scenes of others apart from this machine.');
  } catch (error) {
    return {
      name,
      state: 'LIMITED',
      finding: `Scenes of others cannot be kept apart from this machine: ${error instanceof Error ? error.message : String(error)}.`,
      remedy:
        'For render tasks install bubblewrap and let it use user namespaces (on Ubuntu 24.04 and later: an AppArmor profile for bwrap).',
    };
  }
}
