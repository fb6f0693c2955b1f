#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { CHILD_MARK, children, type ChildName } from './program/children.ts';

if (process.argv[2] === CHILD_MARK) {
  // A child finds its own arguments where every program does, and nothing is loaded that it does not ask for.
  const [, name] = process.argv.splice(2, 2);
  await children[name as ChildName]();
} else {
  // From the second start on types need not be stripped again, which would keep 30 MB. The usual folder is one that others
  // can write to, and so put code into this program.
  const { HOME } = process.env;
  if (HOME) enableCompileCache(join(HOME, '.cache', 'pictor-worker'));
  const { cli } = await import('./cli/cli.ts');
  process.exitCode = await cli(process.argv.slice(2));
}
