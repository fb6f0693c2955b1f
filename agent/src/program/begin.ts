import { CHILD_MARK, children, type ChildName } from './children.ts';

if (process.argv[2] === CHILD_MARK) {
  // A child finds its own arguments where every program does, and nothing is loaded that it does not ask for.
  const [, name] = process.argv.splice(2, 2);
  await children[name as ChildName]();
} else {
  const { cli } = await import('../cli/cli.ts');
  process.exitCode = await cli(process.argv.slice(2));
}
