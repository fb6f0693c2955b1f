import { expect, test } from 'vitest';
import { jobWhat, taskName } from './jobWhat.ts';

const render = {
  frameStart: 1,
  frameEnd: 24,
  frameStep: 1,
  frameCount: 24,
  verifiedFrameCount: 0,
  width: 1920,
  height: 1080,
  samples: 64,
  format: 'PNG8',
  sceneBytes: 1_900_000,
  sceneVersion: '3.4',
  archive: null,
} as const;

test('tells an upscaling from a render', () => {
  const input = { width: 640, height: 360, sizeBytes: 1, url: '', previewUrl: '' };
  expect(jobWhat({ factor: 2, input, render: null })).toEqual({ does: 'AI upscale ×2', of: ['640 × 360'] });
  expect(jobWhat({ factor: null, input: null, render })).toEqual({
    does: '3D render',
    of: ['frames 1–24', '1,920 × 1,080', '64 samples'],
  });
  expect(jobWhat({ factor: null, input: null, render: { ...render, samples: 1 } }).of).toContain('1 sample');
});

test('a task is named by its band or by its frames', () => {
  expect(taskName({ index: 2, frames: null })).toBe('Band 3');
  expect(taskName({ index: 2, frames: { start: 21, end: 30, step: 1, count: 10 } })).toBe('Frames 21–30');
});
