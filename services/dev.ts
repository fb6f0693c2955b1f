// Everything under change: the platform restarts, the pages reload, one agent works. `npm run dev`.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Api } from '../demo/api.ts';
import { importConfiguration, startAgent } from '../demo/agentProcess.ts';
import { signIn, signUp } from '../demo/people.ts';

const root = resolve(import.meta.dirname, '..');
const dataDir = join(root, 'data-dev');
const platformUrl = 'http://127.0.0.1:4000';
const person = { role: 'developer', email: 'dev@pictor.example', password: 'at-work-on-pictor' };
const children: ChildProcess[] = [];

const run = (args: string[], env: Record<string, string> = {}, cwd = root) =>
  children.push(spawn(process.execPath, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } }));

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    void Promise.all(children.map(ended)).then(() => process.exit());
  });

mkdirSync(dataDir, { recursive: true });
run(['--watch', '--watch-preserve-output', join(root, 'services/devPlatform.ts')], {
  DATA_DIR: dataDir,
  PORT: '4000',
});
run(
  [join(root, 'node_modules/vite/bin/vite.js'), 'dev', '--port', '5173'],
  { PICTOR_GRAPHQL_URL: `${platformUrl}/graphql` },
  join(root, 'portal'),
);
await untilUp();
const home = join(dataDir, 'agent');
if (!existsSync(home)) await enrol();
children.push(startAgent(home));
console.log(
  `Pages: http://127.0.0.1:5173 – sign in as ${person.email} with ${person.password}. API: ${platformUrl}/graphql.`,
);

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;

async function untilUp() {
  const isUp = () =>
    fetch(`${platformUrl}/graphql?query=%7B__typename%7D`, {
      headers: { 'apollo-require-preflight': '1' },
    }).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 200));
}

async function enrol() {
  const api = new Api(platformUrl);
  const session = await signUp(api, person).catch(() => signIn(api, person));
  const { createWorker } = await api
    .as(session)
    .ask<{ createWorker: { configuration: { fileName: string; content: string } } }>(
      'mutation { createWorker(input: { name: "Development", key: "dev" }) { configuration { fileName content } } }',
    );
  const file = join(dataDir, createWorker.configuration.fileName);
  writeFileSync(file, createWorker.configuration.content, { mode: 0o600 });
  await importConfiguration(file, home);
}
