import { expect, test } from 'vitest';
import { FrameProgress } from './FrameProgress.ts';
import { readEvent } from './readEvent.ts';
import { isSignOfLife, readSampleShare } from './readSampleShare.ts';

const cycles =
  'Fra:1 Mem:14.00M (Peak 14.00M) | Time:00:00.22 | Remaining:00:01.97 | Mem:1.0M | Scene, ViewLayer';

test.each([
  [`${cycles} | Sample 1/16`, 1 / 16],
  [`${cycles} | Sample 16/16`, 1],
  [`${cycles} | Rendered 1/4 Tiles, Sample 8/16`, 0.375],
  [`${cycles} | Rendered 4/4 Tiles`, 1],
  ['Fra:7 Mem:11.08M (Peak 12.20M) | Time:00:04.81 | Rendering 26 / 64 samples', 26 / 64],
  [`${cycles} | Sample 0/0`, 0],
  [`${cycles} | Updating Scene BVH | Building BVH 0%`, undefined],
  ["Saved: '/out/Sample 1.png'", undefined],
  ['', undefined],
])('%s', (line, share) => {
  expect(readSampleShare(line)).toBe(share);
});

test('Blender is alive while it builds a scene; what else is printed is no sign of it', () => {
  expect(isSignOfLife(`${cycles} | Updating Scene BVH`)).toBe(true);
  expect(isSignOfLife('Read blend: /in/scene.blend')).toBe(false);
  expect(isSignOfLife('')).toBe(false);
});

test('only lines behind the word that the agent chose are events', () => {
  expect(readEvent('word {"event":"WRITTEN","frame":7}', 'word')).toEqual({ event: 'WRITTEN', frame: 7 });
  expect(readEvent('other {"event":"WRITTEN","frame":7}', 'word')).toBeUndefined();
  expect(readEvent(' word {"event":"WRITTEN","frame":7}', 'word')).toBeUndefined();
  expect(readEvent('word {"event":"WRITTEN","frame":"7"}', 'word')).toBeUndefined();
  expect(readEvent('word {"event":"PAID"}', 'word')).toBeUndefined();
  expect(readEvent('word {"event', 'word')).toBeUndefined();
});

test('progress is frames and the share of the one at work, and never goes back', () => {
  const progress = new FrameProgress(2);
  const told = () => progress.progress.done;
  progress.event({ event: 'BEGUN', frame: 1 });
  progress.line(`${cycles} | Sample 8/16`);
  expect(told()).toBe(0.5);
  progress.line(`${cycles} | Sample 1/16`);
  expect(told()).toBe(0.5);
  progress.event({ event: 'WRITTEN', frame: 1 });
  progress.event({ event: 'BEGUN', frame: 2 });
  expect(told()).toBe(1);
  progress.event({ event: 'WRITTEN', frame: 2 });
  progress.event({ event: 'WRITTEN', frame: 2 });
  progress.line(`${cycles} | Sample 8/16`);
  expect(progress.progress).toEqual({ done: 2, total: 2 });
});
