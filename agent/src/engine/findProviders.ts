import { join } from 'node:path';
import type { SlotShare } from './Engine.ts';
import { isNvidia } from '../metrics/isNvidia.ts';
import { CPU, type Provider } from './Provider.ts';

/** What decides how the network can be computed. */
export interface ProviderQuestion {
  readonly slot: SlotShare;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The folder with ONNX Runtime's libraries that the owner has set; null for those that came with the agent. */
  readonly library: string | null;
  /** The folder with those that came with the agent; undefined where it is not known. */
  readonly bundled: string | undefined;
  readonly exists: (path: string) => boolean;
}

/** The ways worth trying, the fastest first and the processor last, and what could be had by installing it. */
export interface FoundProviders {
  readonly providers: readonly Provider[];
  /** What is missing and how to get it, in sentences. */
  readonly remarks: readonly string[];
}

const CUDA_FILES = ['libonnxruntime_providers_shared.so', 'libonnxruntime_providers_cuda.so'];
const ONE_GPU = 'is used only where the machine has a single GPU: it cannot be bound to one of several';

/** Finds what may compute the network for a slot; whether it does is for a process of its own to try. */
export function findProviders(question: ProviderQuestion): FoundProviders {
  const { platform, slot, exists } = question;
  const alone = slot.slots === 1;
  if (platform === 'win32') return either(alone, 'dml', 'DirectML');
  if (platform === 'darwin') return either(alone, 'coreml', 'Core ML');
  if (platform !== 'linux' || question.arch !== 'x64') return { providers: [CPU], remarks: [] };
  const cuda = isNvidia(slot.gpu) ? findCuda(question, slot.gpu) : { providers: [], remarks: [] };
  const hasGpu = slot.gpu !== null || exists('/dev/dri');
  if (!hasGpu) return { providers: [CPU], remarks: [] };
  const webgpu: FoundProviders = alone
    ? { providers: [{ name: 'webgpu', environment: {}, readable: [] }], remarks: [] }
    : { providers: [], remarks: [`WebGPU ${ONE_GPU}.`] };
  return {
    providers: [...cuda.providers, ...webgpu.providers, CPU],
    remarks: [...cuda.remarks, ...webgpu.remarks],
  };
}

function either(alone: boolean, name: 'dml' | 'coreml', title: string): FoundProviders {
  if (!alone) return { providers: [CPU], remarks: [`${title} ${ONE_GPU}.`] };
  return { providers: [{ name, environment: {}, readable: [] }, CPU], remarks: [] };
}

function findCuda({ library, bundled, exists }: ProviderQuestion, gpu: string): FoundProviders {
  const folder = library ?? bundled;
  if (folder !== undefined && CUDA_FILES.every((name) => exists(join(folder, name)))) {
    const environment = {
      CUDA_VISIBLE_DEVICES: gpu,
      // Products of rounded numbers are faster, and too far from what the processor comes to.
      NVIDIA_TF32_OVERRIDE: '0',
      ...(library === null ? {} : { LD_LIBRARY_PATH: library }),
    };
    return {
      providers: [{ name: 'cuda', environment, readable: library === null ? [] : [library] }],
      remarks: [],
    };
  }
  const where = library === null ? '' : ` in ${library}`;
  return {
    providers: [],
    remarks: [
      `CUDA is not used: its part of ONNX Runtime was not found${where}. Unpack onnxruntime-linux-x64-gpu of the same version from github.com/microsoft/onnxruntime/releases, install CUDA 12 and cuDNN 9, and name its lib folder: pictor-worker settings onnxruntime DIR.`,
    ],
  };
}
