import type { SandboxProbe } from '../sandbox/Sandbox.ts';
import { ok, type Check } from './Check.ts';

/** Looks whether scenes and pictures of others are kept apart from this machine; an owner may insist on rendering without that. */
export function checkSandbox(probe: SandboxProbe, insistWithoutSandbox: boolean): Check {
  const name = 'sandbox';
  if (insistWithoutSandbox) {
    return {
      name,
      state: 'LIMITED',
      finding:
        'Scenes of others are rendered without a sandbox, because you insist: a hostile one can do what you can.',
      remedy: probe.available
        ? 'Start without --insist-without-sandbox: the sandbox works here.'
        : `Start without --insist-without-sandbox. ${probe.reason}`,
    };
  }
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
