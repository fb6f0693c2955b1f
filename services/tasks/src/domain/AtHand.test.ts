import { FakeClock } from '@pictor/kit/testing';
import { beforeEach, expect, test } from 'vitest';
import { AtHand, type Needs } from './AtHand.ts';

const minute = 60_000;
const scene: Needs = { kind: 'RENDER', sceneVersion: '4.2', bid: 500_000n };
let clock: FakeClock;
let atHand: AtHand;
beforeEach(() => {
  clock = new FakeClock();
  atHand = new AtHand(clock, 2 * minute);
});

const upscaler = { engines: [{ kind: 'UPSCALE' as const }], bid: 1n };
const renderer = (version: string, bid: bigint) => ({
  engines: [{ kind: 'UPSCALE' as const }, { kind: 'RENDER' as const, version }],
  bid,
});

test('what nobody has is what lacks of those that come closest', () => {
  clock.advance(2 * minute);
  expect(atHand.lackFor(scene)).toBe('WORKER');
  atHand.note('a', 0, upscaler);
  expect(atHand.lackFor(scene)).toBe('ENGINE');
  atHand.note('b', 0, renderer('3.4.1', 1n));
  expect(atHand.lackFor(scene)).toBe('BLENDER_VERSION');
  atHand.note('c', 0, renderer('4.2.1', 500_001n));
  expect(atHand.lackFor(scene)).toBe('LOWER_BID');
  atHand.note('c', 1, renderer('4.5.0', 500_000n));
  expect(atHand.lackFor(scene)).toBeNull();
  expect(atHand.lackFor({ kind: 'UPSCALE', bid: 1n })).toBeNull();
});

test('who is not heard from is forgotten, who is at work is not', () => {
  atHand.note('a', 0, renderer('4.2.1', 1n));
  atHand.note('b', 0, upscaler);
  clock.advance(minute);
  atHand.heard('b', 0);
  atHand.heard('b', 1);
  clock.advance(minute);
  expect(atHand.lackFor(scene)).toBe('ENGINE');
  clock.advance(minute);
  expect(atHand.lackFor(scene)).toBe('WORKER');
});

test('nothing is said before there was time to hear of anybody', () => {
  clock.advance(2 * minute - 1);
  expect(atHand.lackFor(scene)).toBeNull();
});
