import { onnxModel, onnxNode, onnxTensor } from './onnx.ts';
import type { Fields } from './protobuf.ts';

/** The parts of a Keras layers-model file that the conversion reads. */
export interface KerasModel {
  readonly modelTopology: {
    readonly model_config: {
      readonly config: {
        readonly layers: readonly KerasLayer[];
        readonly input_layers: readonly KerasEdge[];
        readonly output_layers: readonly KerasEdge[];
      };
    };
  };
  readonly weightsManifest: readonly [{ readonly weights: readonly KerasWeight[] }];
}

interface KerasLayer {
  readonly class_name: string;
  readonly name: string;
  readonly inbound_nodes: readonly (readonly KerasEdge[])[];
  readonly config: {
    readonly activation?: string;
    readonly padding?: string;
    readonly strides?: readonly number[];
    readonly size?: readonly number[];
    readonly interpolation?: string;
  };
}

interface KerasWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: unknown;
}

type KerasEdge = readonly [layer: string, ...rest: unknown[]];

interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

interface Graph {
  readonly nodes: Fields[];
  readonly constants: Fields[];
}

/**
 * Converts a Keras picture-to-picture model and its weights into an ONNX file. Knows the layers that the upscaling
 * model is made of; throws on any other, and on weights that do not fill the file exactly.
 */
export function kerasToOnnx(model: KerasModel, weightBytes: Uint8Array): Buffer {
  const weights = readWeights(model.weightsManifest[0].weights, weightBytes);
  const { layers, input_layers, output_layers } = model.modelTopology.model_config.config;
  const graph: Graph = { nodes: [], constants: [] };
  for (const layer of layers) addLayer(graph, layer, weights);
  return onnxModel({ ...graph, input: only(input_layers)[0], output: only(output_layers)[0] });
}

function readWeights(manifest: readonly KerasWeight[], bytes: Uint8Array): Map<string, Weight> {
  const weights = new Map<string, Weight>();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of manifest) {
    if (dtype !== 'float32' || quantization !== undefined) throw new Error(`${name} is not plain float32`);
    const end = offset + 4 * shape.reduce((product, size) => product * size, 1);
    const copy = Uint8Array.from(bytes.subarray(offset, end));
    weights.set(name, { shape, data: new Float32Array(copy.buffer) });
    offset = end;
  }
  if (offset !== bytes.length) throw new Error(`the weights are ${bytes.length} bytes, expected ${offset}`);
  return weights;
}

function addLayer(graph: Graph, layer: KerasLayer, weights: Map<string, Weight>): void {
  const inputs = (layer.inbound_nodes[0] ?? []).map(([name]) => name);
  const { name, config } = layer;
  switch (layer.class_name) {
    case 'InputLayer':
      return;
    case 'Conv2D':
      return addConvolution(graph, layer, inputs, weights);
    case 'Activation':
      if (config.activation !== 'relu')
        throw new Error(`${name}: activation ${config.activation} is unknown`);
      graph.nodes.push(onnxNode('Relu', inputs, name));
      return;
    case 'Concatenate':
      graph.nodes.push(onnxNode('Concat', inputs, name, { axis: 1 }));
      return;
    case 'Add':
      graph.nodes.push(onnxNode('Add', inputs, name));
      return;
    case 'UpSampling2D':
      return addUpsampling(graph, layer, inputs);
    default:
      throw new Error(`${name}: layer ${layer.class_name} is unknown`);
  }
}

function addConvolution(
  graph: Graph,
  { name, config }: KerasLayer,
  inputs: readonly string[],
  weights: Map<string, Weight>,
): void {
  const kernel = weights.get(`${name}/kernel`);
  const bias = weights.get(`${name}/bias`);
  if (!kernel || !bias) throw new Error(`${name}: no weights`);
  if (config.activation !== 'linear') throw new Error(`${name}: activation ${config.activation} is unknown`);
  const [height, width, channelsIn, channelsOut] = kernel.shape as [number, number, number, number];
  graph.constants.push(
    onnxTensor(`${name}.kernel`, [channelsOut, channelsIn, height, width], channelsFirst(kernel)),
    onnxTensor(`${name}.bias`, [channelsOut], bias.data),
  );
  const [y, x] = config.padding === 'same' ? [height >> 1, width >> 1] : [0, 0];
  graph.nodes.push(
    onnxNode('Conv', [...inputs, `${name}.kernel`, `${name}.bias`], name, {
      kernel_shape: [height, width],
      pads: [y, x, y, x],
      strides: config.strides ?? [1, 1],
    }),
  );
}

function addUpsampling(graph: Graph, { name, config }: KerasLayer, inputs: readonly string[]): void {
  if (config.interpolation !== 'nearest') throw new Error(`${name}: ${config.interpolation} is unknown`);
  const scales = Float32Array.from([1, 1, ...(config.size ?? [])]);
  graph.constants.push(onnxTensor(`${name}.scales`, [4], scales));
  graph.nodes.push(
    onnxNode('Resize', [...inputs, '', `${name}.scales`], name, {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    }),
  );
}

/** Keras keeps kernels as [height, width, in, out], ONNX as [out, in, height, width]. */
function channelsFirst({ shape, data }: Weight): Float32Array {
  const [height, width, channelsIn, channelsOut] = shape as [number, number, number, number];
  const result = new Float32Array(data.length);
  let from = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let i = 0; i < channelsIn; i++)
        for (let o = 0; o < channelsOut; o++)
          result[((o * channelsIn + i) * height + y) * width + x] = data[from++] as number;
  return result;
}

function only<T>(list: readonly T[]): T {
  const [first, ...rest] = list;
  if (first === undefined || rest.length > 0) throw new Error(`expected one, got ${list.length}`);
  return first;
}
