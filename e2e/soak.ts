// The long rounds of what `npm test` runs short and seeded, and an install by the oldest npm that is supported.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

function run(
  title: string,
  command: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) {
  console.log(`\n■ ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exitCode = 1;
}

run('long rounds of the unit tests', 'npx', ['vitest', 'run', '--project', 'unit', '--project', 'alone'], {
  env: { SOAK: '1' },
});

const clone = mkdtempSync(join(tmpdir(), 'pictor-soak-'));
run('a fresh clone', 'git', ['clone', '--quiet', root, clone]);
run('installs by npm 10', 'npx', ['--yes', 'npm@10', 'ci', '--no-audit', '--no-fund'], { cwd: clone });
run('and does its main job', 'npm', ['run', 'demo', '--', '--once'], { cwd: clone });
rmSync(clone, { recursive: true, force: true });
