import { expect, test } from 'vitest';
import { frameLook, frameText, isOpen } from './frameState.ts';

const states = ['WAITING', 'RENDERING', 'RENDERED', 'VERIFIED', 'MISSING'] as const;

test('states differ in shape and in word, so that none needs its colour', () => {
  expect(new Set(states.map((state) => frameLook(state).glyph)).size).toBe(states.length);
  expect(new Set(states.map((state) => frameLook(state).word)).size).toBe(states.length);
});

test('only what is verified or missing stays as it is', () => {
  expect(states.filter((state) => !isOpen({ state }))).toEqual(['VERIFIED', 'MISSING']);
});

test('a frame at work tells its share', () => {
  expect(frameText({ number: 12, state: 'RENDERING', progress: 0.409 })).toBe('Frame 12, rendering, 40 %');
  expect(frameText({ number: 3, state: 'MISSING', progress: 0 })).toBe('Frame 3, missing');
});
