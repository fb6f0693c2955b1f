// @vitest-environment jsdom
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Status from './Status.svelte';

test('says glyph, word and reason in that order, and strikes through what it was', () => {
  const { container } = render(Status, {
    glyph: 'offline',
    word: 'Offline',
    reason: 'since 12:08',
    was: 'Idle',
  });
  expect(container.querySelector('del')?.textContent).toBe('Idle');
  expect(container.textContent?.replace(/\s+/g, ' ').trim()).toBe('Idle Offline since 12:08');
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByText('Offline').className).toContain('bad');
});
