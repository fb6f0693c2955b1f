import type { Engine } from '../engine/Engine.ts';
import type { JobKind } from '../generated/graphql.ts';
import { ok, type Check } from './Check.ts';

const works: Record<JobKind, string> = { UPSCALE: 'AI upscaling', RENDER: '3D rendering' };

/** Looks which engines work here, as the agent itself does before it asks for tasks; then they are closed. */
export async function checkEngines(engines: readonly Engine[]): Promise<Check> {
  const name = 'engines';
  const found = await Promise.all(engines.map(findingOf));
  await Promise.all(engines.map((engine) => engine.close()));
  const finding = found.map(({ sentence }) => sentence).join(' ');
  if (found.every(({ available }) => available)) return ok(name, finding);
  return {
    name,
    state: found.some(({ available }) => available) ? 'LIMITED' : 'BROKEN',
    finding,
    remedy: 'Do what is said of what does not work, or do without that kind of task.',
  };
}

async function findingOf(engine: Engine) {
  const probe = await engine.probe();
  const work = works[engine.kind];
  if (!probe.available) return { available: false, sentence: `${work} does not work: ${probe.reason}` };
  const sentences = [`${work} by ${probe.name} on the ${probe.device}.`, ...(probe.remarks ?? [])];
  return { available: true, sentence: sentences.map(ended).join(' ') };
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
