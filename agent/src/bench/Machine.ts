import { createHash } from 'node:crypto';
import type { EngineFactory } from '../engine/Engine.ts';
import { firstReady, type ReadyEngine } from '../engine/firstReady.ts';
import type { Gpu } from '../metrics/GpuReading.ts';

/** What is measured of a machine. */
export interface Machine {
  /** Makes a slot's engines; of several for one kind of task, the first that works is measured. */
  readonly engines: readonly EngineFactory[];
  /** The GPUs of the machine, by index; without any its processor is the one slot. */
  readonly gpus: readonly Gpu[];
  /** The GPUs that take no tasks, by their unique ids: they are left alone. */
  readonly gpusOff: readonly string[];
}

/** A slot to be measured. */
export interface MeasuredSlot {
  readonly index: number;
  readonly gpu: Gpu | null;
}

/** The slots that take tasks. */
export function slotsOf({ gpus, gpusOff }: Pick<Machine, 'gpus' | 'gpusOff'>): MeasuredSlot[] {
  if (gpus.length === 0) return [{ index: 0, gpu: null }];
  return gpus.map((gpu, index) => ({ index, gpu })).filter(({ gpu }) => !gpusOff.includes(gpu.uuid));
}

/** Does something with a slot's engines that work, one for each kind of task, made for this alone and ended after it. */
export async function withEngines<T>(
  machine: Machine,
  { index, gpu }: MeasuredSlot,
  work: (engines: readonly ReadyEngine[]) => Promise<T>,
): Promise<T> {
  const slots = Math.max(1, machine.gpus.length);
  const engines = machine.engines.map((create) => create({ index, slots, gpu: gpu?.uuid ?? null }));
  try {
    const working: ReadyEngine[] = [];
    for (const kind of new Set(engines.map((engine) => engine.kind))) {
      const found = await firstReady(engines, kind);
      if (typeof found !== 'string') working.push(found);
    }
    return await work(working);
  } finally {
    await Promise.all(engines.map((engine) => engine.close()));
  }
}

/** Stands for all on which speed rests: GPUs, drivers, engines and models. */
export async function basisOf(machine: Machine): Promise<string> {
  const facts: unknown[] = [];
  for (const slot of slotsOf(machine)) {
    const engines = await withEngines(machine, slot, async (working) => working.map(factsOf));
    facts.push([slot.index, slot.gpu?.uuid ?? null, slot.gpu?.driver ?? null, engines]);
  }
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}

function factsOf({ engine: { kind }, probe }: ReadyEngine) {
  return [kind, probe.name, probe.device, probe.model ?? null];
}
