import { existsSync } from 'node:fs';
import { availableParallelism, constants, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Home } from '../home/Home.ts';
import { packageFolder } from '../program/programFiles.ts';
import { BlenderInstallation } from './blender/BlenderInstallation.ts';
import { createBlenderEngine } from './blender/createBlenderEngine.ts';
import { createUpscaleEngine, type Wanted } from './createUpscaleEngine.ts';
import type { EngineFactory, SlotShare } from './Engine.ts';
import { findProviders } from './findProviders.ts';
import { createNcnnEngine } from './ncnn/createNcnnEngine.ts';
import type { Ncnn } from './ncnn/runNcnn.ts';
import { OwnEnginesFile } from './ownEngines.ts';
import { CPU } from './Provider.ts';
import { createSandboxOfPictures } from './sandboxOfPictures.ts';
import { stampOf } from './stampOf.ts';

/** What engines may take of the machine. */
export interface EnginesOptions {
  readonly home: Pick<Home, 'work' | 'engines'>;
  /** Whether the agent serves the platform itself: then it stays out of everyone's way, and is the measure of all others. */
  readonly checker: boolean;
  /** Whether the owner has scenes rendered where no sandbox works. */
  readonly insistWithoutSandbox: boolean;
  readonly clock: Clock;
}

/** Memory left to everything else on the machine. */
const MEMORY_SHARE = 0.8;

/** Every engine that there is; of several for one kind of task, the first that works here is used. */
export function createEngines({
  home,
  checker,
  insistWithoutSandbox,
  clock,
}: EnginesOptions): EngineFactory[] {
  const { PRIORITY_LOW, PRIORITY_BELOW_NORMAL } = constants.priority;
  const priority = checker ? PRIORITY_LOW : PRIORITY_BELOW_NORMAL;
  const threadsOf = (slots: number): number => Math.max(1, Math.floor(availableParallelism() / slots));
  const own = new OwnEnginesFile(home.engines);
  const named = () => own.current.blender;
  const installation = new BlenderInstallation({ insistWithoutSandbox, clock, named });
  const common = { priority, folder: home.work, sandbox: createSandboxOfPictures(clock), clock };
  const wanted = (slot: SlotShare) => (): Wanted => {
    if (checker) return { providers: [CPU], remarks: [], modelPath: null, stamp: 0 };
    const { onnxruntime, upscaleModel: modelPath } = own.current;
    const stamp = modelPath === null ? undefined : stampOf(modelPath);
    return { ...providersOf(slot, onnxruntime), modelPath, stamp: stamp ?? 0 };
  };
  const ncnn = (): Ncnn | null => {
    const { ncnn: program, ncnnModel: model } = own.current;
    return checker || program === null ? null : { program, model };
  };
  return [
    (slot) => createNcnnEngine({ ...common, threads: threadsOf(slot.slots), slot, ncnn }),
    (slot) => createUpscaleEngine({ ...common, threads: threadsOf(slot.slots), wanted: wanted(slot) }),
    (slot) => {
      const mostMemoryBytes = Math.floor((totalmem() * MEMORY_SHARE) / slot.slots);
      const limits = { priority, threads: threadsOf(slot.slots), mostMemoryBytes };
      return createBlenderEngine({ installation, slot, limits });
    },
  ];
}

function providersOf(slot: SlotShare, library: string | null) {
  const { platform, arch } = process;
  const runtime = packageFolder('onnxruntime-node');
  const bundled = runtime && join(runtime, 'bin', 'napi-v6', platform, arch);
  return findProviders({ slot, platform, arch, library, bundled, exists: existsSync });
}
