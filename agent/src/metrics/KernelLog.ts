import { spawn, type ChildProcess } from 'node:child_process';
import type { Clock } from '../clock.ts';
import { readLines } from '../sandbox/readLines.ts';
import { busAddress } from './busAddress.ts';
import type { Xid } from './GpuReading.ts';

/** Follows what the kernel says from now on; the last line before proves that the log can be read. */
const ARGS = ['-k', '-f', '-n', '1', '-o', 'json', '--output-fields=MESSAGE'];
const XID = /NVRM: Xid \((?:PCI:)?([0-9a-f:.]+)\): (\d{1,5})\b/i;
/** What journalctl says when it shows nothing because it may not. */
const REFUSED = /not seeing messages|insufficient permissions|no journal files/i;
const MOST_CODES = 8;
const MOST_PLACES = 64;
const FIRST_RETRY_MS = 10_000;
const LAST_RETRY_MS = 10 * 60_000;

/**
 * The errors (XIDs) that NVIDIA's driver writes to the kernel's log, since this was made. The log is followed by
 * journalctl, and where it cannot be, nothing is known.
 */
export class KernelLog {
  readonly #clock: Clock;
  readonly #journalctl: string;
  /** By place on the bus, then by number: when it came last. */
  readonly #xids = new Map<string, Map<number, string>>();
  #child: ChildProcess | undefined;
  readonly #startedAt: number;
  #isReadable = false;
  #failures = 0;
  #cancelRetry: (() => void) | undefined;
  #stopped = false;

  constructor(clock: Clock, journalctl = 'journalctl') {
    this.#clock = clock;
    this.#journalctl = journalctl;
    this.#startedAt = clock.elapsed();
  }

  /** The errors of the GPU at a place (`busAddress`), each number once, the latest 8; null where the log cannot be read. */
  xidsOf(place: string): Xid[] | null {
    if (!this.#child && !this.#cancelRetry && !this.#stopped) this.#follow();
    if (!this.#isReadable) return null;
    return [...(this.#xids.get(place) ?? [])].map(([code, at]) => ({ code, at }));
  }

  stop(): void {
    this.#stopped = true;
    this.#isReadable = false;
    this.#cancelRetry?.();
    this.#child?.kill('SIGKILL');
  }

  #follow(): void {
    this.#cancelRetry = undefined;
    const child = spawn(this.#journalctl, ARGS, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    this.#child = child;
    const end = (): void => {
      if (this.#child !== child) return;
      this.#child = undefined;
      this.#isReadable = false;
      if (this.#stopped) return;
      const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures++);
      this.#cancelRetry = this.#clock.after(waitMs, () => this.#follow());
    };
    child.once('error', end);
    child.once('exit', end);
    readLines(child.stdout, (line) => this.#take(line));
    readLines(child.stderr, (line) => {
      if (REFUSED.test(line)) child.kill('SIGKILL');
    });
  }

  #take(line: string): void {
    const entry = entryOf(line);
    if (!entry) return;
    this.#isReadable = true;
    this.#failures = 0;
    const { message, at, elapsed } = entry;
    const [, place = '', code] = XID.exec(message) ?? [];
    const address = busAddress(place);
    if (address === null || elapsed < this.#startedAt) return;
    if (!this.#xids.has(address) && this.#xids.size >= MOST_PLACES) return;
    const codes = this.#xids.get(address) ?? new Map<number, string>();
    this.#xids.set(address, codes);
    codes.delete(Number(code));
    codes.set(Number(code), at);
    const [oldest] = codes.keys();
    if (codes.size > MOST_CODES) codes.delete(oldest as number);
  }
}

/** A line of the journal: what was said, and when, as an ISO text and by `Clock.elapsed`. */
function entryOf(line: string): { message: string; at: string; elapsed: number } | undefined {
  try {
    const { MESSAGE, __REALTIME_TIMESTAMP, __MONOTONIC_TIMESTAMP } = JSON.parse(line) as Record<
      string,
      unknown
    >;
    const at = new Date(Math.floor(Number(__REALTIME_TIMESTAMP) / 1_000));
    return {
      message: typeof MESSAGE === 'string' ? MESSAGE : '',
      at: at.toISOString(),
      elapsed: Number(__MONOTONIC_TIMESTAMP) / 1_000,
    };
  } catch {
    return undefined;
  }
}
