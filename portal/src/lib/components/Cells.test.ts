// @vitest-environment jsdom
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Bar from './Bar.svelte';
import Cells from './Cells.svelte';
import Columns from './Columns.svelte';
import Progress from './Progress.svelte';

test('a labelled chart is a picture, one without a label is decoration', () => {
  render(Cells, { cells: [{ share: 1 }, { share: 0 }], label: '1 of 2' });
  expect(screen.getByRole('img', { name: '1 of 2' }).getAttribute('width')).toBe('22');
  expect(render(Cells, { cells: [] }).container.querySelector('[aria-hidden=true]')).not.toBeNull();
});

test('columns draw one cell a level, the newest now, and nothing where there is no reading', () => {
  const { container } = render(Columns, { shares: [1, null, 0.5], label: 'Load', rows: 2 });
  const squares = (ink: string) =>
    container.querySelector(`.c-${ink}`)?.getAttribute('d')?.match(/M/g)?.length ?? 0;
  expect([squares('work'), squares('now'), squares('empty')]).toEqual([2, 1, 1]);
});

test('progress never shows more per cent than were done', () => {
  render(Progress, { share: 0.999, label: 'Band 1' });
  expect(screen.getByRole('progressbar', { name: 'Band 1' }).getAttribute('aria-valuenow')).toBe('99');
});

test('a bar without a share waits and claims no number', () => {
  render(Bar, { label: 'Waiting for atelier' });
  expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
});
