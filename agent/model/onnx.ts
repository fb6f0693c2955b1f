import { bytesField, integerField, type Fields } from './protobuf.ts';

const IR_VERSION = 8;
const OPSET_VERSION = 13;
const FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_STRING = 3;
const ATTRIBUTE_INTS = 7;

/** The value of a node's attribute: an integer, several, or text. */
export type AttributeValue = number | readonly number[] | string;

/** One operator of the graph; an empty input name leaves an optional input out. */
export function onnxNode(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
): Fields {
  return Buffer.concat([
    ...inputs.map((input) => bytesField(1, input)),
    bytesField(2, output),
    bytesField(3, output),
    bytesField(4, operator),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, attribute(name, value))),
  ]);
}

/** A constant of the graph: 32-bit floats of the given shape, row by row. */
export function onnxTensor(name: string, shape: readonly number[], data: Float32Array): Fields {
  return Buffer.concat([
    ...shape.map((size) => integerField(1, size)),
    integerField(2, FLOAT),
    bytesField(8, name),
    bytesField(9, Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ]);
}

/** A whole ONNX file whose one input and one output are pictures [1, 3, height, width] of any size. */
export function onnxModel(graph: {
  readonly nodes: readonly Fields[];
  readonly constants: readonly Fields[];
  readonly input: string;
  readonly output: string;
}): Buffer {
  const encoded = Buffer.concat([
    ...graph.nodes.map((node) => bytesField(1, node)),
    bytesField(2, 'upscale'),
    ...graph.constants.map((constant) => bytesField(5, constant)),
    bytesField(11, picture(graph.input)),
    bytesField(12, picture(graph.output)),
  ]);
  return Buffer.concat([
    integerField(1, IR_VERSION),
    bytesField(2, 'pictor-worker'),
    bytesField(7, encoded),
    bytesField(8, integerField(2, OPSET_VERSION)),
  ]);
}

function attribute(name: string, value: AttributeValue): Fields {
  const head = bytesField(1, name);
  if (typeof value === 'number') {
    return Buffer.concat([head, integerField(3, value), integerField(20, ATTRIBUTE_INT)]);
  }
  if (typeof value === 'string') {
    return Buffer.concat([head, bytesField(4, value), integerField(20, ATTRIBUTE_STRING)]);
  }
  const numbers = value.map((each) => integerField(8, each));
  return Buffer.concat([head, ...numbers, integerField(20, ATTRIBUTE_INTS)]);
}

function picture(name: string): Fields {
  const dimensions = [
    integerField(1, 1),
    integerField(1, 3),
    bytesField(2, `${name}_height`),
    bytesField(2, `${name}_width`),
  ];
  const shape = Buffer.concat(dimensions.map((dimension) => bytesField(1, dimension)));
  const tensorType = Buffer.concat([integerField(1, FLOAT), bytesField(2, shape)]);
  return Buffer.concat([bytesField(1, name), bytesField(2, bytesField(1, tensorType))]);
}
