import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

/** Someone with a browser of their own. Whatever their pages complain of is kept. */
export class Visitor implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #loads = new Map<Page, number>();
  /** Errors on the consoles of all pages, and what they threw. */
  readonly problems: string[] = [];

  /** Opens a browser on a desktop whose addresses are relative to `baseURL`. */
  static async at(baseURL: string): Promise<Visitor> {
    const browser = await launchBrowser();
    const viewport = { width: 1440, height: 900 };
    return new Visitor(browser, await browser.newContext({ baseURL, viewport, acceptDownloads: true }));
  }

  private constructor(browser: Browser, context: BrowserContext) {
    this.#browser = browser;
    this.#context = context;
    context.setDefaultTimeout(20_000);
  }

  /** Opens a page. */
  async open(path: string): Promise<Page> {
    const page = await this.#context.newPage();
    const complain = (what: string) => this.problems.push(`${new URL(page.url()).pathname}: ${what}`);
    page.on('console', (message) => message.type() === 'error' && complain(message.text()));
    page.on('pageerror', (error) => complain(String(error)));
    page.on('domcontentloaded', () => this.#loads.set(page, this.loadsOf(page) + 1));
    await page.goto(path);
    return page;
  }

  /** How often a page was loaded from the server as a whole. */
  loadsOf(page: Page): number {
    return this.#loads.get(page) ?? 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}
