#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CHILD_MARK, children, type ChildName } from './program/children.ts';

// From the second start on types need not be stripped again, which would keep 30 MB. A folder that others could write to
// would let them put code into this program.
enableCompileCache(join(homedir(), '.cache', 'pictor-worker'));

if (process.argv[2] === CHILD_MARK) {
  // A child finds its own arguments where every program does, and nothing is loaded that it does not ask for.
  const [, name] = process.argv.splice(2, 2);
  await children[name as ChildName]();
} else {
  const { cli } = await import('./cli/cli.ts');
  process.exitCode = await cli(process.argv.slice(2));
}
