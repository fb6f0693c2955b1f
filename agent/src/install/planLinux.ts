import { join } from 'node:path';
import { AgentError } from '../AgentError.ts';
import { attempt, run, type Machine, type Plan, type Step } from './Machine.ts';
import { systemdUnit } from './systemdUnit.ts';

const UNIT = 'pictor-worker.service';
const ACCOUNT = 'pictor-worker';
const MACHINE_HOME = '/var/lib/pictor-worker';
/** Those who may use GPUs, and read of their errors in the kernel's log; not every system has them. */
const GROUPS = ['render', 'video', 'systemd-journal'];

interface Places {
  readonly program: string;
  readonly unit: string;
  readonly home: string;
  /** What can be made again, and goes with the home. */
  readonly cache: string;
  readonly systemctl: (...words: string[]) => [string, ...string[]];
}

/** Where all of it lies: for the machine when root installs, else for one account. `home` is what was named. */
function placesOf({ isRoot, userHome, env }: Machine, home: string | undefined): Places {
  if (isRoot) {
    return {
      program: '/usr/local/bin/pictor-worker',
      unit: `/etc/systemd/system/${UNIT}`,
      home: home ?? MACHINE_HOME,
      cache: '/var/cache/pictor-worker',
      systemctl: (...words) => ['systemctl', ...words],
    };
  }
  return {
    program: join(userHome, '.local/bin/pictor-worker'),
    unit: join(env.XDG_CONFIG_HOME || join(userHome, '.config'), 'systemd/user', UNIT),
    home: home ?? join(userHome, '.pictor-worker'),
    cache: join(env.XDG_CACHE_HOME || join(userHome, '.cache'), 'pictor-worker'),
    systemctl: (...words) => ['systemctl', '--user', ...words],
  };
}

/** Plans a service of systemd that starts with the machine, or with the account. Throws AgentError INSTALL_REFUSED. */
export function planLinuxInstall(machine: Machine, namedHome: string | undefined): Plan {
  const { own, isRoot } = machine;
  const { program, unit, home, systemctl } = placesOf(machine, namedHome);
  if (isRoot && !own.isSingleFile) refuseHidden([own.file, ...own.args]);
  const command = [...(own.isSingleFile ? [program] : [own.file, ...own.args]), 'start', '--home', home];
  const groups = GROUPS.filter((name) => machine.groups.includes(name));
  const content = systemdUnit({ command, home, account: isRoot ? { name: ACCOUNT, groups } : null });
  const steps: Step[] = [
    ...(own.isSingleFile && own.file !== program
      ? [{ do: 'COPY', from: own.file, to: program, mode: 0o755 } as const]
      : []),
    ...(isRoot && !machine.accounts.includes(ACCOUNT) ? [addAccount(home)] : []),
    { do: 'FOLDER', path: home, mode: 0o700 },
    { do: 'WRITE', path: unit, content, encoding: 'utf8' },
    run(...systemctl('daemon-reload')),
    run(...systemctl('enable', UNIT)),
    run(...systemctl('restart', UNIT)),
  ];
  const name = own.isSingleFile ? program : 'pictor-worker';
  const say = `${isRoot ? 'sudo ' : ''}${name}`;
  const option = isRoot || namedHome !== undefined ? ` --home ${home}` : '';
  return {
    steps,
    sentences: [
      isRoot
        ? `It runs as the account ${ACCOUNT} and starts with this machine.`
        : `It runs, and starts when ${machine.userName} signs in. To have it start with the machine: loginctl enable-linger ${machine.userName}`,
      `Its page: ${say} page${option}`,
      `Its log: ${say} logs${option}, or journalctl ${isRoot ? '' : '--user '}-u pictor-worker`,
      `To undo this: ${say} uninstall${option}`,
    ],
  };
}

/** Plans to take all of that away again; with `purge` the home folder too. */
export function planLinuxUninstall(machine: Machine, namedHome: string | undefined, purge: boolean): Plan {
  const { program, unit, home, cache, systemctl } = placesOf(machine, namedHome);
  const gone: Step[] = [
    { do: 'REMOVE', path: home },
    { do: 'REMOVE', path: cache },
    ...(machine.isRoot && machine.accounts.includes(ACCOUNT) ? [run('userdel', ACCOUNT)] : []),
  ];
  return {
    steps: [
      attempt(...systemctl('disable', '--now', UNIT)),
      { do: 'REMOVE', path: unit },
      attempt(...systemctl('daemon-reload')),
      ...(machine.own.isSingleFile ? [{ do: 'REMOVE', path: program } as const] : []),
      ...(purge ? gone : []),
    ],
    sentences: [
      purge
        ? `${home} is gone too. Delete the worker in the portal.`
        : `${home} is kept: it holds who this worker is. With --purge it goes too.`,
    ],
  };
}

/** Where the service's home lies, by which `--purge` is checked. */
export const linuxHome = (machine: Machine, named: string | undefined): string =>
  placesOf(machine, named).home;

const addAccount = (home: string): Step =>
  run(
    'useradd',
    ...[
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      home,
      '--shell',
      '/usr/sbin/nologin',
      ACCOUNT,
    ],
  );

/** The service's account reaches nobody's home, so a program that lies in one could not be started. */
function refuseHidden(paths: readonly string[]): void {
  const hidden = paths.find((path) => /^\/(root|home|run\/user)\//.test(path));
  if (hidden === undefined) return;
  throw new AgentError(
    'INSTALL_REFUSED',
    `${hidden} lies in somebody's home, where a service of the machine cannot reach it. Install the single executable, or install without root.`,
  );
}
