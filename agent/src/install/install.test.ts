import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installAgent, uninstallAgent } from '../cli/installAgent.ts';
import { Home } from '../home/Home.ts';
import { CommandError } from '../metrics/createCommand.ts';
import { checkPurge } from './checkPurge.ts';
import type { Machine } from './Machine.ts';
import { performStep } from './performStep.ts';
import { planLinuxInstall, planLinuxUninstall } from './planLinux.ts';
import { planWindowsInstall, planWindowsUninstall } from './planWindows.ts';
import { systemdUnit } from './systemdUnit.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const machine = (change: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  userName: 'ann',
  userHome: folder,
  isRoot: false,
  env: {},
  own: { file: join(folder, 'download'), args: [], isSingleFile: true },
  groups: ['root', 'video', 'systemd-journal'],
  accounts: ['root'],
  ...change,
});
const root = (change: Partial<Machine> = {}) => machine({ isRoot: true, ...change });

/** An outside that keeps what was run. */
function outside(of: Machine) {
  const ran: string[] = [];
  const runCommand = async (file: string, args: readonly string[]) =>
    void ran.push([file, ...args].join(' '));
  return { ran, machine: of, runCommand };
}
const usual = { folder: Home.usual, dryRun: false, purge: false };

describe('for an account', () => {
  beforeEach(() => writeFileSync(join(folder, 'download'), 'program'));

  test('the program, its unit and its home are put in place, and it is started; twice is the same', async () => {
    const out = outside(machine());
    expect(await installAgent(usual, out)).toBe(0);
    const program = join(folder, '.local/bin/pictor-worker');
    expect(readFileSync(program, 'utf8')).toBe('program');
    expect(statSync(program).mode & 0o777).toBe(0o755);
    const unit = join(folder, '.config/systemd/user/pictor-worker.service');
    const first = readFileSync(unit, 'utf8');
    expect(first).toContain(`ExecStart="${program}" "start" "--home" "${join(folder, '.pictor-worker')}"`);
    expect(out.ran).toEqual([
      'systemctl --user daemon-reload',
      'systemctl --user enable pictor-worker.service',
      'systemctl --user restart pictor-worker.service',
    ]);
    expect(said.at(-1)).toContain('loginctl enable-linger ann');
    await installAgent(usual, outside(machine({ own: { file: program, args: [], isSingleFile: true } })));
    expect(readFileSync(unit, 'utf8')).toBe(first);
    expect(readFileSync(program, 'utf8')).toBe('program');
  });

  test('it is taken away again, but for who this worker is; twice is the same', async () => {
    await installAgent(usual, outside(machine()));
    const home = join(folder, '.pictor-worker');
    writeFileSync(join(home, 'lock.sqlite'), '');
    for (const _ of [1, 2]) {
      const out = outside(machine());
      expect(await uninstallAgent(usual, out)).toBe(0);
      expect(out.ran).toEqual([
        'systemctl --user disable --now pictor-worker.service',
        'systemctl --user daemon-reload',
      ]);
    }
    expect(() => statSync(join(folder, '.local/bin/pictor-worker'))).toThrow('ENOENT');
    expect(() => statSync(join(folder, '.config/systemd/user/pictor-worker.service'))).toThrow('ENOENT');
    expect(statSync(home).isDirectory()).toBe(true);
    await uninstallAgent({ ...usual, purge: true }, outside(machine()));
    expect(() => statSync(home)).toThrow('ENOENT');
  });

  test('--dry-run says all of it and does none', async () => {
    const out = outside(machine());
    await installAgent({ ...usual, dryRun: true }, out);
    expect(said.filter((line) => line.startsWith('would '))).toHaveLength(6);
    expect(said.join('\n')).toContain('Restart=on-failure');
    expect(out.ran).toEqual([]);
    expect(() => statSync(join(folder, '.config'))).toThrow('ENOENT');
  });
});

describe('for a machine', () => {
  test('an account of its own, the groups that there are, and a home that it may write', () => {
    const { steps } = planLinuxInstall(root(), undefined);
    expect(steps.map((step) => (step.do === 'RUN' ? step.command[0] : step.do))).toEqual([
      ...['COPY', 'useradd', 'FOLDER', 'WRITE', 'systemctl', 'systemctl', 'systemctl'],
    ]);
    const [unit] = steps.flatMap((step) => (step.do === 'WRITE' ? [step] : []));
    expect(unit?.path).toBe('/etc/systemd/system/pictor-worker.service');
    expect(unit?.content).toContain('SupplementaryGroups=video systemd-journal\n');
    expect(unit?.content).toContain('ReadWritePaths="/var/lib/pictor-worker"');
    const again = planLinuxInstall(root({ accounts: ['pictor-worker'] }), '/srv/farm');
    expect(again.steps.filter((step) => step.do === 'RUN' && step.command[0] === 'useradd')).toEqual([]);
    expect(again.sentences.join()).toContain('page --home /srv/farm');
  });

  test('the sandbox and the GPUs stay open', () => {
    const unit = systemdUnit({ command: ['/x'], home: '/h', account: { name: 'a', groups: [] } });
    const closed =
      /^(RestrictNamespaces|PrivateDevices|DeviceAllow|DevicePolicy|ProtectClock|ProtectProc|ProcSubset)=/m;
    expect(unit).not.toMatch(closed);
    expect(unit).not.toMatch(/^(ProtectKernelTunables|ProtectKernelLogs|SystemCallFilter|PrivateUsers)=/m);
  });

  test('a program in somebody’s home is refused, because the service could not reach it', () => {
    const own = { file: '/usr/bin/node', args: ['/home/ann/pictor/agent/src/main.js'], isSingleFile: false };
    expect(() => planLinuxInstall(root({ own }), undefined)).toThrow('lies in somebody');
    expect(() => planLinuxInstall(machine({ own }), undefined)).not.toThrow();
  });

  test('uninstalling with --purge removes the account too', () => {
    const { steps } = planLinuxUninstall(root({ accounts: ['pictor-worker'] }), undefined, true);
    expect(steps.at(-1)).toMatchObject({ command: ['userdel', 'pictor-worker'] });
  });
});

const hasAnalyze = spawnSync('systemd-analyze', ['--version']).status === 0;
test.skipIf(!hasAnalyze).each([
  ['the machine', 'system', { name: 'root', groups: [] }],
  ['an account', 'user', null],
])('systemd understands the unit for %s, whatever is in its paths', (_, scope, account) => {
  const program = join(folder, 'a 100% $HOME program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  const unit = join(folder, 'pictor-worker.service');
  writeFileSync(
    unit,
    systemdUnit({ command: [program, 'start', '--home', 'a "b" 100% $HOME \\'], home: folder, account }),
  );
  const args = ['verify', `--${scope}`, '--man=no', unit];
  const env = { ...process.env, XDG_RUNTIME_DIR: folder };
  const { status, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8', env });
  expect(stderr.split('\n').filter((line) => line.includes('pictor-worker'))).toEqual([]);
  expect(status).toBe(0);
});

describe('for Windows', () => {
  const windows = (own = { file: 'D:\\pictor-worker-windows-x64.exe', args: [], isSingleFile: true }) =>
    machine({
      platform: 'win32',
      userHome: 'C:\\Users\\Ann & Bob',
      env: { LOCALAPPDATA: 'C:\\Users\\Ann & Bob\\AppData\\Local', USERDOMAIN: 'DESK' },
      own,
    });

  test('a task is made from XML that holds any path', () => {
    const { steps } = planWindowsInstall(windows(), undefined);
    const [task] = steps.flatMap((step) => (step.do === 'WRITE' ? [step] : []));
    expect(task?.encoding).toBe('utf16le');
    expect(task?.content).toContain('<UserId>DESK\\ann</UserId>');
    expect(task?.content).toContain(
      '<Arguments>start --home "C:\\Users\\Ann &amp; Bob\\.pictor-worker"</Arguments>',
    );
    expect(task?.content).toContain('Programs\\pictor-worker\\pictor-worker.exe</Command>');
    expect(steps.at(-1)).toMatchObject({ command: ['schtasks', '/Run', '/TN', 'Pictor Worker'] });
  });

  test('a program does not remove itself while it runs, and says so', () => {
    const file = 'C:\\Users\\Ann & Bob\\AppData\\Local\\Programs\\pictor-worker\\pictor-worker.exe';
    const own = { file, args: [], isSingleFile: true };
    const plan = planWindowsUninstall(windows(own), undefined, false);
    expect(plan.steps).not.toContainEqual({ do: 'REMOVE', path: file });
    expect(plan.sentences[0]).toContain('delete it yourself');
    expect(planWindowsUninstall(windows(), undefined, false).steps).toContainEqual({
      do: 'REMOVE',
      path: file,
    });
  });

  test('the file begins with the mark that Windows looks for', async () => {
    const path = join(folder, 'task.xml');
    const step = { do: 'WRITE', path, content: '<?xml', encoding: 'utf16le' } as const;
    await performStep(step, () => Promise.resolve());
    expect([...readFileSync(path).subarray(0, 4)]).toEqual([0xff, 0xfe, 0x3c, 0]);
  });
});

test('macOS is refused in a sentence', () => {
  expect(() => installAgent(usual, outside(machine({ platform: 'darwin' })))).toThrow('launchd');
});

test.each([
  [new CommandError('ABSENT', 'systemctl is not installed'), 'your own service manager'],
  [
    new CommandError('FAILED', 'systemctl failed with 1: System has not been booted with systemd'),
    'your own service manager',
  ],
  [
    new CommandError('FAILED', 'systemctl failed with 1: Failed to connect to bus'),
    'no session of this account',
  ],
])('%s is told with what to do', async (error, hint) => {
  const step = { do: 'RUN', command: ['systemctl', 'x'], mayFail: false } as const;
  await expect(performStep(step, () => Promise.reject(error))).rejects.toMatchObject({
    code: 'INSTALL_FAILED',
    message: expect.stringContaining(hint),
  });
  await performStep({ ...step, mayFail: true }, () => Promise.reject(error));
});

test('only the home of an agent is purged', () => {
  mkdirSync(join(folder, 'documents'));
  expect(() => checkPurge(join(folder, 'documents'), folder)).toThrow('not the home folder of an agent');
  writeFileSync(join(folder, 'lock.sqlite'), '');
  for (const path of [folder, join(folder, '..'), '/'])
    expect(() => checkPurge(path, folder)).toThrow('not the home folder of an agent');
  expect(() => checkPurge(folder, '/home/ann')).not.toThrow();
  expect(() => checkPurge(join(folder, 'gone'), folder)).not.toThrow();
});
