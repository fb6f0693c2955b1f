import axe from 'axe-core';
import type { Page } from 'playwright-core';

const widths = [1440, 390];
const themes = ['light', 'dark'] as const;

/** What axe finds serious or worse, and what does not fit the screen, on desktop and phone, light and dark. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths)
    for (const colorScheme of themes) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      found.push(
        ...(await violationsNow(page)).map((violation) => `${width} px ${colorScheme}: ${violation}`),
      );
    }
  return found;
}

async function violationsNow(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  const overflows = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  return overflows ? [...serious, 'wider than the screen'] : serious;
}
