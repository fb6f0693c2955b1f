import type { SlotShare } from '../Engine.ts';
import { isNvidia } from '../../metrics/isNvidia.ts';
import type { UsableBlender } from './BlenderInstallation.ts';

/** A GPU as Blender is told of it. */
export interface BlenderDevice {
  readonly type: string;
  /** Which of the GPUs of that kind that Blender sees. */
  readonly index: number;
  /** Variables under which it sees no others. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The GPU that a slot renders on; null for the processor. */
export function deviceOf({ index, gpu }: SlotShare, gpus: UsableBlender['gpus']): BlenderDevice | null {
  if (!gpus) return null;
  const { type } = gpus;
  const isCuda = type === 'OPTIX' || type === 'CUDA';
  // CUDA counts GPUs in an order of its own: only the unique id names the slot's.
  if (isCuda && isNvidia(gpu)) return { type, index: 0, environment: { CUDA_VISIBLE_DEVICES: gpu } };
  // Blender computes by one kind on a machine: a slot whose GPU is of another must not take a GPU from another slot.
  if (isCuda && gpu !== null) return null;
  return { type, index, environment: {} };
}
