import { expect, test } from 'vitest';
import { findProviders, type ProviderQuestion } from './findProviders.ts';

const nothing: ProviderQuestion = {
  slot: { index: 0, slots: 1, gpu: null },
  platform: 'linux',
  arch: 'x64',
  library: null,
  bundled: '/bundled',
  exists: () => false,
};
const GPU = 'GPU-8b0b';
const one = { index: 0, slots: 1, gpu: GPU };
const names = (change: Partial<ProviderQuestion>) =>
  findProviders({ ...nothing, ...change }).providers.map(({ name }) => name);

test.each<[string, Partial<ProviderQuestion>, string[]]>([
  ['Linux without a GPU', {}, ['cpu']],
  ['Linux with a GPU of another maker', { exists: (path) => path === '/dev/dri' }, ['webgpu', 'cpu']],
  ['Linux with an NVIDIA GPU', { slot: one }, ['webgpu', 'cpu']],
  ['the same with CUDA', { slot: one, exists: () => true }, ['cuda', 'webgpu', 'cpu']],
  ['a GPU of AMD', { slot: { ...one, gpu: 'AMD-0x1' }, exists: () => true }, ['webgpu', 'cpu']],
  ['one of two NVIDIA GPUs', { slot: { ...one, slots: 2 }, exists: () => true }, ['cuda', 'cpu']],
  ['Linux on ARM', { slot: one, arch: 'arm64', exists: () => true }, ['cpu']],
  ['Windows', { platform: 'win32' }, ['dml', 'cpu']],
  ['Windows with two GPUs', { platform: 'win32', slot: { ...one, slots: 2 } }, ['cpu']],
  ['a Mac', { platform: 'darwin', arch: 'arm64' }, ['coreml', 'cpu']],
  ['anything else', { platform: 'freebsd', exists: () => true }, ['cpu']],
])('%s', (_, change, expected) => {
  expect(names(change)).toEqual(expected);
});

test('a process sees no GPU but its slot’s, and the owner’s libraries before all others', () => {
  const found = findProviders({
    ...nothing,
    slot: one,
    library: '/ort/lib',
    exists: (path) => path.startsWith('/ort/lib/'),
  });
  expect(found.providers[0]).toEqual({
    name: 'cuda',
    environment: { CUDA_VISIBLE_DEVICES: GPU, NVIDIA_TF32_OVERRIDE: '0', LD_LIBRARY_PATH: '/ort/lib' },
    readable: ['/ort/lib'],
  });
  expect(found.remarks).toEqual([]);
});

test('what is missing is said, and how to get it', () => {
  const { remarks } = findProviders({ ...nothing, slot: { ...one, slots: 2 }, library: '/empty' });
  expect(remarks).toEqual([
    expect.stringMatching(/CUDA is not used: .*not found in \/empty.*settings onnxruntime DIR/),
    expect.stringContaining('WebGPU is used only where the machine has a single GPU'),
  ]);
});
