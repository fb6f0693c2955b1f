// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import Compare from './Compare.svelte';

// jsdom has no layout and so does not know this observer.
beforeAll(
  () =>
    void vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    ),
);

test('the edge between before and after moves by keyboard', async () => {
  render(Compare, { before: '/before.png', after: '/after.png', width: 2560, height: 1440 });
  const slider = screen.getByRole('slider', { name: 'Where before ends and after begins' });
  await fireEvent.input(slider, { target: { value: '80' } });
  expect(slider.getAttribute('aria-valuetext')).toBe('80 % before');
  expect(screen.getByRole('img', { name: 'Before' })).toBeTruthy();
});
