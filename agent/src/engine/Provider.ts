/** What the network is computed by, in ONNX Runtime's words. */
export const providerNames = ['cuda', 'dml', 'coreml', 'webgpu', 'cpu'] as const;

export type ProviderName = (typeof providerNames)[number];

/** A way to compute the network on this machine. */
export interface Provider {
  readonly name: ProviderName;
  /** Variables that bind it to its slot's GPU and let it find its libraries. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folders with its libraries. */
  readonly readable: readonly string[];
}

/** What people call it. */
export const providerTitles: Record<ProviderName, string> = {
  cuda: 'CUDA',
  dml: 'DirectML',
  coreml: 'Core ML',
  webgpu: 'WebGPU',
  cpu: 'the processor',
};

/** The processor: it is there on every machine, and what it computes is the measure of all others. */
export const CPU: Provider = { name: 'cpu', environment: {}, readable: [] };
