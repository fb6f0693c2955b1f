import { InferenceSession, Tensor, env } from 'onnxruntime-node';
import { judge, referencePicture, upscaleTestPicture, type Verdict } from './checkModel.ts';
import { EngineError } from './EngineError.ts';
import { readModel, readOwnModel } from './model.ts';
import { providerTitles, type ProviderName } from './Provider.ts';
import { FACTOR, type Model } from './tiles.ts';

/** What to load and how to compute it. */
export interface ModelOptions {
  readonly threads: number;
  readonly provider: ProviderName;
  /** The owner's own file in place of the platform's network; null for the latter. */
  readonly modelPath: string | null;
}

/**
 * Loads the upscaling network. Another provider than the processor and another file than the platform's are used only
 * when the test picture comes out as the platform's network makes it on the processor. Throws EngineError MODEL_REFUSED for a
 * file, ENGINE_UNAVAILABLE for a provider.
 */
export async function loadModel(options: ModelOptions): Promise<{ name: string; model: Model }> {
  const { provider, modelPath, threads } = options;
  const name = `onnxruntime-node ${env.versions.node}`;
  const platformBytes = await readModel();
  if (provider === 'cpu' && modelPath === null) {
    const session = await createSession(platformBytes, 'cpu', threads);
    return { name, model: modelOf(session, 255) };
  }
  const reference = await createSession(platformBytes, 'cpu', threads);
  const wanted = await referencePicture(modelOf(reference, 255));
  await reference.release();
  const refuse = (why: string, cause?: unknown): EngineError =>
    modelPath !== null && provider === 'cpu'
      ? new EngineError('MODEL_REFUSED', `${modelPath} is not used: ${why}.`, { cause })
      : new EngineError('ENGINE_UNAVAILABLE', `${providerTitles[provider]} is not used: ${why}.`, { cause });
  const bytes = modelPath === null ? platformBytes : await readOwnModel(modelPath);
  const session = await createSession(bytes, provider, threads).catch((cause: unknown) => {
    throw refuse(firstLine(cause), cause);
  });
  if (modelPath !== null) checkShapes(session, modelPath);
  // Files of others take 0 to 1 more often than 0 to 255; which one shows in what comes out.
  const models = (modelPath === null ? ([255] as const) : ([255, 1] as const)).map((range) =>
    modelOf(session, range),
  );
  const judged: (Verdict & { model: Model })[] = [];
  for (const model of models) {
    const made = await upscaleTestPicture(model).catch((cause: unknown) => {
      throw refuse(firstLine(cause), cause);
    });
    judged.push({ ...judge(made, wanted), model });
  }
  const [best] = judged.toSorted((one, other) => other.db - one.db);
  if (best?.passes) return { name, model: best.model };
  throw refuse(best?.sentence ?? 'it was not tried');
}

function createSession(
  bytes: Uint8Array,
  provider: ProviderName,
  threads: number,
): Promise<InferenceSession> {
  return InferenceSession.create(bytes, {
    executionProviders: [provider === 'cuda' ? { name: 'cuda', deviceId: 0 } : provider],
    intraOpNumThreads: threads,
    // The arena would keep the memory of the largest tile for good.
    enableCpuMemArena: false,
  });
}

/** Throws EngineError MODEL_REFUSED for a network that takes or makes anything else than a picture of any size. */
function checkShapes({ inputMetadata, outputMetadata }: InferenceSession, path: string): void {
  for (const [which, metadata] of [
    ['input', inputMetadata],
    ['output', outputMetadata],
  ] as const) {
    const [only] = metadata;
    const isPicture =
      metadata.length === 1 && only?.isTensor === true && only.type === 'float32' && only.shape.length === 4;
    const [batch, channels, height, width] = isPicture ? only.shape : [];
    const fits =
      (batch === 1 || typeof batch === 'string') && (channels === 3 || typeof channels === 'string');
    if (!isPicture || !fits) {
      throw new EngineError(
        'MODEL_REFUSED',
        `${path} is not used: its ${which} is not one picture of 32-bit floats, as [1, 3, height, width].`,
      );
    }
    if (typeof height === 'number' || typeof width === 'number') {
      throw new EngineError(
        'MODEL_REFUSED',
        `${path} is not used: its ${which} has a fixed size, ${width} × ${height}.`,
      );
    }
  }
}

function modelOf(session: InferenceSession, range: 1 | 255): Model {
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  return async (planes, width, height) => {
    const scaled = range === 255 ? planes : planes.map((value) => value / 255);
    const results = await session.run({ [input]: new Tensor('float32', scaled, [1, 3, height, width]) });
    const { data, dims } = results[output] as Tensor;
    expectSize(dims, width, height);
    const upscaled = data as Float32Array;
    return range === 255 ? upscaled : upscaled.map((value) => value * 255);
  };
}

function expectSize(
  [, , height = 0, width = 0]: readonly number[],
  inputWidth: number,
  inputHeight: number,
): void {
  if (width === inputWidth * FACTOR && height === inputHeight * FACTOR) return;
  const made = `${width} × ${height} of ${inputWidth} × ${inputHeight}`;
  throw new EngineError(
    'ENGINE_FAILED',
    `it makes ${made}, where ${FACTOR} times as wide and high is asked for`,
  );
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return (text.split('\n')[0] ?? '').trim().replace(/\.$/, '').slice(0, 300);
}
