import { expect, test } from 'vitest';
import { listHref, listOrders, listVariables, readList } from './workerList.ts';

test('an address survives being read and written', () => {
  for (const href of [
    '/workers',
    '/workers?status=OFFLINE',
    '/workers?search=tln&sort=NAME&order=DESC',
    '/workers?sort=CREATED&order=DESC&after=abc&from=51',
  ]) {
    expect(listHref(readList(new URL(href, 'http://portal').searchParams))).toBe(href);
  }
});

test('an address made up by hand falls back to the usual', () => {
  const list = readList(
    new URLSearchParams('status=PWNED&sort=PASSWORD&order=UP&from=-3&search=' + 'x'.repeat(500)),
  );
  expect(list).toMatchObject({ status: undefined, order: listOrders[0], after: undefined, from: 1 });
  expect(list.search).toHaveLength(64);
  expect(listVariables(list)).toMatchObject({
    status: null,
    sort: 'STATUS',
    order: 'ASC',
    first: 50,
    after: null,
  });
});
