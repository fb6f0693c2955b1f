// Makes what strangers download: `npm run package:agent [-- TARGET…]`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageAgent } from './packageAgent.ts';
import { targets } from './targets.ts';

const folder = resolve(import.meta.dirname, '../../build/agent');
const usage = `Makes the agent's single executables and its npm package, in build/agent.

  npm run package:agent [-- TARGET…]

  TARGET  ${targets.map(({ name }) => name).join(', ')}; all of them without one

It runs on Linux, and takes Node and native libraries from npm's registry by the lockfile's hashes.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
const wanted = positionals.length === 0 ? targets : targets.filter(({ name }) => positionals.includes(name));
if (values.help) console.log(usage);
else if (wanted.length < positionals.length) {
  console.error(`There is no such target.\n\n${usage}`);
  process.exitCode = 2;
} else {
  await packageAgent({ targets: wanted, folder, say: (line) => console.log(line) });
  console.log(`They lie in ${folder}.`);
}
