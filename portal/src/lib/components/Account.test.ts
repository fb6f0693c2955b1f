// @vitest-environment jsdom
import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import Account from './Account.svelte';

const lines = [
  { name: 'Paid in', amounts: ['25000000'] },
  { name: 'Spent', amounts: ['11606869'], out: true },
  { name: 'Held', amounts: ['985015'], out: true },
];

test('an account that adds up shows its lines and its total, nothing else', () => {
  render(Account, { caption: 'Balance', lines, total: { name: 'Yours to spend', amounts: ['12408116'] } });
  expect(screen.queryByText('Not in these lines')).toBeNull();
  expect(screen.getByText('(11.606869)')).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Yours to spend 12.408116' })).toBeTruthy();
});

test('an account that misses a micro-dollar says so', () => {
  render(Account, { caption: 'Balance', lines, total: { name: 'Yours to spend', amounts: ['12408117'] } });
  expect(screen.getByRole('row', { name: 'Not in these lines 0.000001' })).toBeTruthy();
});

test('one amount of 100 dollars turns the whole account into cents', () => {
  render(Account, {
    caption: 'Earned',
    lines: [
      { name: 'Before today', amounts: ['134750000'] },
      { name: 'Today', amounts: ['1951218'] },
    ],
    total: { name: 'In all', amounts: ['136701218'] },
  });
  expect(screen.getByRole('row', { name: 'Today 1.95' })).toBeTruthy();
  expect(screen.getByRole('row', { name: 'In all 136.70' })).toBeTruthy();
});
