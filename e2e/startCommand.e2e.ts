import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { enter, openAccount } from './setup/accounts.ts';
import { makeOperator } from './setup/makeOperator.ts';
import { PlatformProcess } from './setup/PlatformProcess.ts';
import { runProgram } from './setup/runProgram.ts';
import { temporaryFolder } from './setup/temporaryFolder.ts';

test('a taken port is refused by name, and nothing is left running', async () => {
  using folder = temporaryFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const PORT = String((other.address() as AddressInfo).port);
  const { code, err } = await runProgram(['services/main.ts'], { env: { PORT, DATA_DIR: folder.path } });
  other.close();
  expect(code).toBe(1);
  expect(err).toContain(`Port ${PORT} of 127.0.0.1 is taken`);
  expect(err).not.toMatch(/\n\s+at /);
  expect(existsSync(join(folder.path, 'keys', 'running-store'))).toBe(false);
});

test('bad configuration is refused with every problem at once', async () => {
  const env = {
    PORT: '70000',
    MONGODB_URI: 'postgres://x',
    LOG_LEVEL: 'loud',
    CHECKER: 'maybe',
    PUBLIC_URL: 'here',
  };
  const { code, err } = await runProgram(['services/main.ts'], { env });
  expect(code).toBe(1);
  for (const name of Object.keys(env)) expect(err).toContain(name);
  expect(err).not.toMatch(/\n\s+at /);
});

test('npm start -- --help lists what can be configured, and starts nothing', () => {
  const { status, stdout } = spawnSync('npm', ['start', '--silent', '--', '--help'], {
    cwd: resolve(import.meta.dirname, '..'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status).toBe(0);
  for (const name of [
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'DATA_DIR',
    'DOWNLOAD_DIR',
    'MONGODB_URI',
    'LOG_LEVEL',
    'SUBGRAPHS',
    'METRICS_PORT',
    'CHECKER',
  ])
    expect(stdout).toMatch(new RegExp(`^ +${name} +\\S`, 'm'));
});

test('an option that is none is told, without a stack', async () => {
  const { code, err } = await runProgram(['services/main.ts', '--prot', '80']);
  expect(code).toBe(1);
  expect(err).toContain('--prot');
  expect(err).not.toMatch(/\n\s+at /);
});

test('the operator command works while the platform runs, and while it does not', async () => {
  using folder = temporaryFolder();
  await using platform = new PlatformProcess(folder.path, { CHECKER: 'off' });
  await platform.start();
  const [early, late] = [await openAccount(platform.url, 'early'), await openAccount(platform.url, 'late')];
  const rolesOf = async (who: typeof early) => {
    const { api } = await enter(platform.url, who);
    return (await api.ask<{ viewer: { roles: string[] } }>('{ viewer { roles } }')).viewer.roles;
  };
  await makeOperator(folder.path, early.email);
  expect(await rolesOf(early)).toContain('OPERATOR');
  expect(await rolesOf(late)).not.toContain('OPERATOR');

  await platform.stop();
  await makeOperator(folder.path, late.email);
  await expect(makeOperator(folder.path, 'nobody@demo.example')).rejects.toThrow(/nobody@demo\.example/);
  await platform.start();
  expect(await rolesOf(late)).toContain('OPERATOR');

  await platform.kill();
  await makeOperator(folder.path, early.email);
});
