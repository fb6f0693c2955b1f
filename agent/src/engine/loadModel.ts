import { InferenceSession, Tensor, env } from 'onnxruntime-node';
import { readModel } from './model.ts';
import type { Model } from './tiles.ts';

/** Loads the upscaling model to compute on the CPU; throws EngineError MODEL_REFUSED. */
export async function loadModel(threads: number): Promise<{ name: string; model: Model }> {
  const session = await InferenceSession.create(await readModel(), {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    // The arena would keep the memory of the largest tile for good.
    enableCpuMemArena: false,
  });
  const model: Model = async (planes, width, height) => {
    const { SR } = await session.run({ LR: new Tensor('float32', planes, [1, 3, height, width]) });
    return (SR as Tensor).data as Float32Array;
  };
  return { name: `onnxruntime-node ${env.versions.node}`, model };
}
