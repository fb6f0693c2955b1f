// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import Still from './Still.svelte';

const address = (file: string, signature: number) => `http://platform/files/${file}?s=${signature}`;

test('a new signature does not fetch the picture again; a new file does', async () => {
  const { rerender } = render(Still, { address: address('a', 1), alt: 'Frame' });
  const source = () => screen.getByAltText('Frame').getAttribute('src');
  await rerender({ address: address('a', 2) });
  expect(source()).toBe('/files/a?s=1');
  await rerender({ address: address('b', 3) });
  expect(source()).toBe('/files/b?s=3');
});

test('an address that has ended is replaced by the newest, and asked for when there is none', async () => {
  const onlost = vi.fn();
  const { rerender } = render(Still, { address: address('a', 1), alt: 'Frame', onlost });
  const picture = () => screen.getByAltText('Frame');
  await rerender({ address: address('a', 2) });
  await fireEvent.error(picture());
  expect(picture().getAttribute('src')).toBe('/files/a?s=2');
  expect(onlost).not.toHaveBeenCalled();
  await fireEvent.error(picture());
  expect(onlost).toHaveBeenCalledOnce();
});
