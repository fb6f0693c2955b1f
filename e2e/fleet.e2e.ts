import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openAccount, type Account } from './setup/accounts.ts';
import { hasBrowser } from './setup/browser.ts';
import { createWorker } from './setup/createWorker.ts';
import { openPlatform } from './setup/openPlatform.ts';
import { Visitor } from './setup/Visitor.ts';

const fleetSize = 300;
const atOnce = 20;

test.skipIf(!hasBrowser)('a fleet of 300 is paged, searched and ordered by its address', async () => {
  await using platform = await openPlatform({ portal: true });
  const door = await fetch(platform.url, { headers: { 'accept-encoding': 'gzip' } });
  expect(door.headers.get('content-encoding'), 'pages go compressed').toBe('gzip');
  await using visitor = await Visitor.at(platform.url);
  const owner = await openAccount(platform.url, 'owner');
  await createFleet(owner);

  const page = await visitor.open('/workers');
  await signIn(page, owner);
  await page.getByText('1 to 50 of 300, broken first').waitFor();
  expect(await namesOn(page)).toHaveLength(50);

  await page.getByRole('button', { name: 'Order Broken first' }).click();
  await page.getByRole('menuitem', { name: 'Name, Z to A' }).click();
  await page.waitForURL('**/workers?sort=NAME&order=DESC');
  await expect.poll(() => namesOn(page)).toEqual(names(300, 251));
  await page.getByRole('link', { name: 'Next 50' }).click();
  await page.getByText('51 to 100 of 300, name, Z to A').waitFor();
  expect(await namesOn(page)).toEqual(names(250, 201));

  await page.getByRole('searchbox', { name: 'Search workers' }).fill('node-02');
  await page.waitForURL('**/workers?search=node-02&sort=NAME&order=DESC');
  await expect.poll(() => namesOn(page)).toEqual(names(29, 20));

  await page.goBack();
  await page.getByText('1 to 50 of 300, name, Z to A').waitFor();
  await page.goForward();
  await page.reload();
  expect(await namesOn(page)).toEqual(names(29, 20));
  await page.getByRole('searchbox', { name: 'Search workers' }).fill('no such worker');
  await page.getByText('No worker matches.').waitFor();
  expect(visitor.problems).toEqual([]);
});

const nameOf = (number: number) => `node-${String(number).padStart(3, '0')}`;
const names = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => nameOf(from - index));

async function createFleet({ api }: Account): Promise<void> {
  for (let from = 1; from <= fleetSize; from += atOnce)
    await Promise.all(Array.from({ length: atOnce }, (_, index) => createWorker(api, nameOf(from + index))));
}

async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const namesOn = (page: Page): Promise<string[]> =>
  page
    .getByRole('table', { name: /^Workers/ })
    .getByRole('link')
    .allInnerTexts();
