import type { JobKind } from '../generated/graphql.ts';
import type { Engine, EngineProbe } from './Engine.ts';

/** An engine that works, and what it said of itself. */
export interface ReadyEngine {
  readonly engine: Engine;
  readonly probe: Extract<EngineProbe, { available: true }>;
}

/** The first engine for a kind of task that works, or why none does. */
export async function firstReady(engines: readonly Engine[], kind: JobKind): Promise<ReadyEngine | string> {
  let reason = `This agent has no engine for ${kind} tasks: update it.`;
  for (const engine of engines.filter((each) => each.kind === kind)) {
    const probe = await engine.probe();
    if (probe.available) return { engine, probe };
    reason = probe.reason;
  }
  return reason;
}
