import type { Clock } from '../clock.ts';
import { createUnconfined } from '../sandbox/createUnconfined.ts';
import { probeSandbox } from '../sandbox/probeSandbox.ts';
import type { Sandbox } from '../sandbox/Sandbox.ts';

/** Where pictures of others are decoded. */
export interface SandboxOfPictures {
  readonly sandbox: Sandbox;
  /** That it confines nothing, in a sentence; null where it does. */
  readonly lack: string | null;
}

/** A machine that is busy starting up may be too slow for a sandbox at first. */
const RETRY_MS = 60_000;

/**
 * Pictures are decoded by programs of ours alone, so they are also taken where there is no sandbox; that is said. One that
 * works is kept, and where none does it is looked for again a minute later. Until another is found the same is given.
 */
export function createSandboxOfPictures(
  clock: Clock,
  probe: typeof probeSandbox = probeSandbox,
): () => Promise<SandboxOfPictures> {
  const lack = 'Pictures of others are decoded in a process of its own, but in no sandbox: none works here.';
  let known: SandboxOfPictures = { sandbox: createUnconfined(), lack };
  let lookAt = -Infinity;
  let looking: Promise<SandboxOfPictures> | undefined;

  async function look(): Promise<SandboxOfPictures> {
    const found = await probe();
    if (found.available) known = { sandbox: found.sandbox, lack: null };
    lookAt = found.available ? Infinity : clock.elapsed() + RETRY_MS;
    return known;
  }

  return async () => {
    if (clock.elapsed() < lookAt) return known;
    looking ??= look().finally(() => (looking = undefined));
    return looking;
  };
}
