import { createUnconfined } from '../sandbox/createUnconfined.ts';
import { probeSandbox } from '../sandbox/probeSandbox.ts';
import type { Sandbox } from '../sandbox/Sandbox.ts';

/** Where pictures of others are decoded. */
export interface SandboxOfPictures {
  readonly sandbox: Sandbox;
  /** That it confines nothing, in a sentence; null where it does. */
  readonly lack: string | null;
}

/** Pictures are decoded by programs of ours alone, so they are also taken where there is no sandbox; that is said. */
export async function sandboxOfPictures(): Promise<SandboxOfPictures> {
  const probe = await probeSandbox();
  if (probe.available) return { sandbox: probe.sandbox, lack: null };
  const lack = 'Pictures of others are decoded in a process of its own, but in no sandbox: none works here.';
  return { sandbox: createUnconfined(), lack };
}
