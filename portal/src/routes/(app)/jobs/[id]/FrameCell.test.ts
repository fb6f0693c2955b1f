// @vitest-environment jsdom
import { render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import type { FrameNowFragment } from '#lib/generated/graphql.ts';
import FrameCell from './FrameCell.svelte';

const frame: FrameNowFragment = {
  number: 12,
  state: 'WAITING',
  progress: 0,
  expectedAt: null,
  previewUrl: null,
  file: null,
};
const show = (given: Partial<FrameNowFragment> | undefined) =>
  render(FrameCell, {
    number: 12,
    frame: given && { ...frame, ...given },
    aspect: 9 / 16,
    onopen: vi.fn(),
    onlost: vi.fn(),
  });

test.each([
  [{ state: 'WAITING' }, 'Frame 12, waiting', 'Waiting'],
  [{ state: 'RENDERING', progress: 0.4 }, 'Frame 12, rendering, 40 %', '40 %'],
  [{ state: 'RENDERED', progress: 1 }, 'Frame 12, not proven yet', 'Not proven yet'],
  [{ state: 'VERIFIED', progress: 1 }, 'Frame 12, verified', 'Verified'],
  [{ state: 'MISSING' }, 'Frame 12, missing', 'Missing'],
] as const)('$0.state is said in a word', (given, name, word) => {
  show(given);
  expect(screen.getByRole('button', { name })).toBeTruthy();
  expect(screen.getByText(word)).toBeTruthy();
});

test('a frame that is there shows itself, asked for where the page came from', () => {
  const { container } = show({ state: 'VERIFIED', previewUrl: 'http://platform:4000/files/p12?s=1' });
  expect(container.querySelector('img')?.getAttribute('src')).toBe('/files/p12?s=1');
});

test('a frame that has not come has its number already', () => {
  show(undefined);
  expect(screen.getByRole('button', { name: 'Frame 12' })).toBeTruthy();
});
