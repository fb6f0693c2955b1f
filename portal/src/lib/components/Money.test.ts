// @vitest-environment jsdom
import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Money from './Money.svelte';

const text = (props: {
  amount: string | bigint | null;
  form?: 'alone' | 'table' | 'account';
  out?: boolean;
}) => render(Money, props).container.textContent?.trim();

test('alone it keeps all six digits, the last four apart', () => {
  const { container } = render(Money, { amount: '18413207' });
  expect(container.textContent?.trim()).toBe('$18.413207');
  expect(container.querySelector('.mic')?.textContent).toBe('3207');
});

test('in a table it is cents with all digits at hand, in an account it is all digits', () => {
  const { container } = render(Money, { amount: '18415000', form: 'table' });
  expect(container.textContent?.trim()).toBe('18.42');
  expect(container.querySelector('[title]')?.getAttribute('title')).toBe('$18.415000');
  expect(text({ amount: '99999999', form: 'account' })).toBe('99.999999');
  expect(text({ amount: '1897', form: 'table' })).toBe('<0.01');
});

test('unknown is a dash, measured zero is a number, what goes out hangs in parentheses', () => {
  expect(text({ amount: null })).toBe('–');
  expect(text({ amount: '0', form: 'table' })).toBe('0.00');
  expect(text({ amount: '4190000', form: 'table', out: true })).toBe('(4.19)');
  expect(text({ amount: 0n, form: 'account', out: true })).toBe('0.000000');
});
