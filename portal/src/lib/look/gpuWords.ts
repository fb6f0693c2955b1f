import type { WorkerRowFragment } from '#lib/generated/graphql.ts';

/** What a worker computes on, short enough for a list. */
export interface GpuWords {
  count: number;
  name: string;
}

/** Names a machine's GPUs, or its processor where it has none; undefined before the machine was seen. */
export function gpuWords(hardware: WorkerRowFragment['hardware']): GpuWords | undefined {
  if (!hardware) return undefined;
  const [first, ...others] = hardware.gpus;
  if (!first) return { count: 1, name: 'Processor' };
  const mixed = others.some(({ name }) => name !== first.name);
  return { count: hardware.gpus.length, name: mixed ? 'GPUs, mixed' : shortName(first.name) };
}

/** A GPU's name without its maker's: RTX 4090. */
export function shortName(name: string): string {
  return name.replace(/^NVIDIA (GeForce )?/, '');
}
