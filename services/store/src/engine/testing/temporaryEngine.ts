import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Engine } from '../engine.ts';
import type { EngineOptions } from '../engine.ts';

/** A directory that is removed when the test ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'pictor-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** An engine over a new file, closed and removed when the test ends. */
export function temporaryEngine(options?: EngineOptions): Engine {
  const directory = temporaryDirectory();
  const engine = new Engine(join(directory, 'store.sqlite'), options);
  onTestFinished(() => engine.close());
  return engine;
}
