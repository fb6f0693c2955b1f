import type { SandboxProbe } from '../sandbox/Sandbox.ts';
import { ok, type Check } from './Check.ts';

/** Looks whether scenes and pictures of others can be kept apart from this machine. */
export function checkSandbox(probe: SandboxProbe): Check {
  const name = 'sandbox';
  if (probe.available)
    return ok(name, `Scenes and pictures of others are kept apart from this machine: ${probe.sandbox.name}.`);
  return {
    name,
    state: 'LIMITED',
    finding:
      'Scenes of others cannot be kept apart from this machine, so none are rendered. Pictures are decoded all the same, in a process of its own.',
    remedy: probe.reason,
  };
}
