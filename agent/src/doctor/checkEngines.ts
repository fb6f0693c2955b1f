import type { Engine, EngineProbe } from '../engine/Engine.ts';
import type { JobKind } from '../generated/graphql.ts';
import { ok, type Check } from './Check.ts';

const works: Record<JobKind, string> = { UPSCALE: 'AI upscaling', RENDER: '3D rendering' };

/** Looks which engines work here, as the agent itself does before it asks for tasks; then they are closed. */
export async function checkEngines(engines: readonly Engine[]): Promise<Check> {
  const name = 'engines';
  const probes = await Promise.all(
    engines.map(async (engine) => ({ ...(await engine.probe()), kind: engine.kind })),
  );
  await Promise.all(engines.map((engine) => engine.close()));
  const kinds = [...new Set(engines.map(({ kind }) => kind))];
  const found = kinds.map((kind) =>
    findingOf(
      kind,
      probes.filter((probe) => probe.kind === kind),
    ),
  );
  const finding = found.map(({ sentence }) => sentence).join(' ');
  if (found.every(({ works: all }) => all)) return ok(name, finding);
  return {
    name,
    state: found.some(({ available }) => available) ? 'LIMITED' : 'BROKEN',
    finding,
    remedy: 'Do what is said of what does not work, or do without that kind of task.',
  };
}

/** Of several engines for a kind the first that works is used; those before it that the owner asked for do not work. */
function findingOf(kind: JobKind, probes: readonly EngineProbe[]) {
  const first = probes.findIndex(({ available }) => available);
  const failed = probes
    .slice(0, first < 0 ? probes.length : first)
    .flatMap((probe) => (probe.available || probe.unasked ? [] : [probe.reason]));
  const used = probes[first];
  const sentences = used?.available
    ? [`${works[kind]} by ${used.name} on the ${used.device}.`, ...failed, ...(used.remarks ?? [])]
    : [`${works[kind]} does not work: ${failed.join(' ')}`];
  return {
    available: used !== undefined,
    works: used !== undefined && failed.length === 0,
    sentence: sentences.map(ended).join(' '),
  };
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
