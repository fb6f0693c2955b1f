#!/usr/bin/env node
// The one script that is not TypeScript: what strips the types of a program's first file stays in memory, some 30 MB of it.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const { HOME } = process.env;
if (process.argv[2] !== '--child') {
  // Room for 16 MB of new objects, which starting takes for a moment, would be kept for good.
  setFlagsFromString('--semi-space-growth-factor=1');
  // From the second start on no types are stripped at all. The usual folder is one that others can write to, and so put code
  // into this program.
  if (HOME) enableCompileCache(join(HOME, '.cache', 'pictor-worker'));
}
await import('./program/begin.ts');
