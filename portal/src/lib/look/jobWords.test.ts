import { expect, test } from 'vitest';
import type { JobLiveFragment } from '#lib/generated/graphql.ts';
import { costOf, jobWords } from './jobWords.ts';

const now = Date.parse('2026-11-23T14:32:00Z');
const job: JobLiveFragment = {
  id: 'j1',
  name: 'Postcards',
  kind: 'UPSCALE',
  state: 'RUNNING',
  reasonCode: null,
  reason: null,
  factor: 2,
  progress: 0.6,
  expectedAt: '2026-11-23T14:33:52Z',
  lacks: null,
  taskCount: 8,
  verifiedTaskCount: 5,
  milliUnits: 12_800,
  maxCost: '18007',
  createdAt: '2026-11-23T14:27:41Z',
  updatedAt: '2026-11-23T14:31:00Z',
  finishedAt: null,
  result: null,
  previewUrl: null,
  render: null,
  charge: { reserved: '18007', rewards: '6830', fees: '683', released: '0' },
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('says how many bands are back and about how long the rest takes', () => {
  const { is, then } = jobWords(job, now);
  expect(is).toBe('Five of eight bands are back.');
  expect(plain(then)).toBe('The rest takes about 2 min.');
  expect(jobWords({ ...job, verifiedTaskCount: 0 }, now).is).toBe('None of eight bands is back.');
  expect(jobWords({ ...job, verifiedTaskCount: 1 }, now).is).toBe('One of eight bands is back.');
  expect(jobWords({ ...job, expectedAt: null }, now).then).toContain('not known');
  expect(jobWords(job, now + 600_000).then).toContain('longer');
});

test('says what a finished job took and cost, and what a refused one needs', () => {
  const done = jobWords({ ...job, state: 'DONE', finishedAt: '2026-11-23T14:30:45Z' }, now);
  expect(plain(done.then)).toBe('It took 3 min 4 s and cost $0.007513.');
  const refused = jobWords({ ...job, state: 'REFUSED', charge: null, reason: 'It needs $3.19 more.' }, now);
  expect(refused).toMatchObject({ then: 'It needs $3.19 more.', tone: 'warn' });
  expect(costOf(null)).toBe(0n);
});

test('says why nobody takes what waits, and what helps', () => {
  const queued = { ...job, state: 'QUEUED' } as const;
  expect(jobWords(queued, now)).toMatchObject({ then: 'It waits for a worker.', tone: 'plain' });
  const then = (lacks: JobLiveFragment['lacks']) => jobWords({ ...queued, lacks }, now).then;
  expect(then('WORKER')).toContain('No worker is online');
  expect(then('ENGINE')).toContain('can upscale');
  expect(then('LOWER_BID')).toContain('higher');
  expect(jobWords({ ...job, lacks: 'WORKER' }, now)).toMatchObject({
    is: 'Five of eight bands are back.',
    tone: 'warn',
  });
});

test('a render is counted by its frames, not by its tasks', () => {
  const render = {
    frameStart: 1,
    frameEnd: 240,
    frameStep: 1,
    frameCount: 240,
    verifiedFrameCount: 117,
    width: 1920,
    height: 1080,
    samples: 64,
    format: 'PNG8',
    sceneBytes: 1_900_000,
    sceneVersion: '3.4',
    archive: null,
  } as const;
  expect(jobWords({ ...job, render }, now).is).toBe('117 of 240 frames are verified.');
  expect(jobWords({ ...job, render, state: 'ASSEMBLING' }, now).is).toBe('All 240 frames are verified.');
  expect(jobWords({ ...job, render, state: 'CANCELLED' }, now).then).toContain(
    '117 of 240 frames were verified',
  );
  expect(jobWords({ ...job, render, state: 'FAILED' }, now).then).toBe('A frame could not be done.');
});
