import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** What a machine without a monitor, a sandbox for root, or a way out to the internet needs. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to test in: CHROME_PATH, or the one from npm on Linux x64; undefined where there is none. */
export async function browserPath(): Promise<string | undefined> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return CHROME_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // It brings the libraries of a bare machine only where it believes to be on AWS.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Starts the browser. Throws where there is none: ask `hasBrowser` first. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserPath();
  if (!executablePath) throw new Error('There is no browser here: set CHROME_PATH');
  return chromium.launch({ executablePath, headless: true, args: flags });
}

/** Whether browser tests can run here; the run says so aloud where they cannot. */
export const hasBrowser: boolean = (await browserPath()) !== undefined;
if (!hasBrowser) console.warn('SKIPPED: browser tests need Linux x64, or CHROME_PATH.');
