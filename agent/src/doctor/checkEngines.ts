import type { Engine } from '../engine/Engine.ts';
import type { Command } from '../metrics/createCommand.ts';
import { ok, type Check } from './Check.ts';

/** Looks which engines work here: upscaling by a neural network, rendering by Blender. */
export async function checkEngines(upscaling: Engine, blender: Command): Promise<Check> {
  const name = 'engines';
  const [probe, version] = await Promise.all([upscaling.probe(), versionOf(blender)]);
  await upscaling.close();
  const blenderFinding = version === undefined ? 'Blender was not found.' : `Blender ${version}.`;
  if (!probe.available) {
    const finding = `Upscaling does not work: ${probe.reason}. ${blenderFinding}`;
    return { name, state: 'BROKEN', finding, remedy: 'Install the agent again: npm ci in its folder.' };
  }
  const upscalingFinding = `Upscaling with ${probe.name} on the ${probe.device}.`;
  if (version !== undefined) return ok(name, `${upscalingFinding} ${blenderFinding}`);
  return {
    name,
    state: 'LIMITED',
    finding: `${upscalingFinding} ${blenderFinding}`,
    remedy: 'For render tasks install Blender, so that "blender --version" answers.',
  };
}

async function versionOf(blender: Command): Promise<string | undefined> {
  const text = await blender(['--version']).catch(() => '');
  return /^Blender (\S+)/m.exec(text)?.[1];
}
