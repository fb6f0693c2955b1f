import { availableParallelism, constants, totalmem } from 'node:os';
import type { Clock } from '../clock.ts';
import { BlenderInstallation } from './blender/BlenderInstallation.ts';
import { createBlenderEngine } from './blender/createBlenderEngine.ts';
import { createUpscaleEngine } from './createUpscaleEngine.ts';
import type { EngineFactory } from './Engine.ts';

/** What engines may take of the machine. */
export interface EnginesOptions {
  /** Whether the agent serves the platform itself: then it stays out of everyone's way. */
  readonly checker: boolean;
  /** Whether the owner has scenes rendered where no sandbox works. */
  readonly insistWithoutSandbox: boolean;
  readonly clock: Clock;
}

/** Memory left to everything else on the machine. */
const MEMORY_SHARE = 0.8;

/** Every engine that there is; of several for one kind of task, the first that works here is used. */
export function createEngines({ checker, insistWithoutSandbox, clock }: EnginesOptions): EngineFactory[] {
  const { PRIORITY_LOW, PRIORITY_BELOW_NORMAL } = constants.priority;
  const priority = checker ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL;
  const threadsOf = (slots: number): number => Math.max(1, Math.floor(availableParallelism() / slots));
  const installation = new BlenderInstallation({ insistWithoutSandbox, clock });
  return [
    ({ slots }) => createUpscaleEngine({ priority, threads: threadsOf(slots) }),
    (slot) => {
      const mostMemoryBytes = Math.floor((totalmem() * MEMORY_SHARE) / slot.slots);
      const limits = { priority, threads: threadsOf(slot.slots), mostMemoryBytes };
      return createBlenderEngine({ installation, slot, limits });
    },
  ];
}
