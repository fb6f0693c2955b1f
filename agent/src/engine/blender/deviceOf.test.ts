import { expect, test } from 'vitest';
import { deviceOf } from './deviceOf.ts';

const second = { index: 1, slots: 2, gpu: 'GPU-2' };

test('an NVIDIA GPU is named by its unique id, whatever order CUDA counts in', () => {
  for (const type of ['OPTIX', 'CUDA']) {
    const environment = { CUDA_VISIBLE_DEVICES: 'GPU-2' };
    expect(deviceOf(second, { type, count: 2 })).toEqual({ type, index: 0, environment });
  }
});

test('other GPUs go by their number, and without one the processor renders', () => {
  expect(deviceOf({ ...second, gpu: null }, { type: 'HIP', count: 2 })).toEqual({
    ...{ type: 'HIP', index: 1, environment: {} },
  });
  expect(deviceOf(second, null)).toBeNull();
  expect(deviceOf({ ...second, gpu: 'AMD-0x1' }, { type: 'OPTIX', count: 1 })).toBeNull();
});
