// @vitest-environment jsdom
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Field from './Field.svelte';

test('a problem takes the place of the hint, and the field points at it', () => {
  render(Field, { id: 'wallet', label: 'Wallet', hint: 'Starts with 0x', problem: 'Too short' });
  const input = screen.getByLabelText('Wallet');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toBe('Too short');
  expect(screen.queryByText('Starts with 0x')).toBeNull();
});
