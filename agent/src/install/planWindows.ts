import { win32 } from 'node:path';
import { attempt, run, type Machine, type Plan, type Step } from './Machine.ts';
import { scheduledTask } from './scheduledTask.ts';

const { join } = win32;
const TASK = 'Pictor Worker';

interface Places {
  readonly program: string;
  readonly task: string;
  readonly home: string;
}

function placesOf({ userHome, env }: Machine, home: string | undefined): Places {
  const local = env.LOCALAPPDATA || join(userHome, 'AppData', 'Local');
  return {
    program: join(local, 'Programs', 'pictor-worker', 'pictor-worker.exe'),
    task: join(local, 'pictor-worker', 'task.xml'),
    home: home ?? windowsHome(userHome),
  };
}

/** Where the usual home lies, by which `--purge` is checked. */
export const windowsHome = (userHome: string): string => join(userHome, '.pictor-worker');

/** Plans a task of Windows' scheduler that starts with the account. */
export function planWindowsInstall(machine: Machine, namedHome: string | undefined): Plan {
  const { own, env, userName } = machine;
  const { program, task, home } = placesOf(machine, namedHome);
  const [file, ...before] = own.isSingleFile ? [program] : [own.file, ...own.args];
  const user = env.USERDOMAIN ? `${env.USERDOMAIN}\\${userName}` : userName;
  const content = scheduledTask({ file: file ?? '', args: [...before, 'start', '--home', home], user });
  const steps: Step[] = [
    // A program that runs cannot be replaced.
    attempt('schtasks', '/End', '/TN', TASK),
    ...(own.isSingleFile && own.file !== program
      ? [{ do: 'COPY', from: own.file, to: program, mode: 0o755 } as const]
      : []),
    { do: 'FOLDER', path: home, mode: 0o700 },
    { do: 'WRITE', path: task, content, encoding: 'utf16le' },
    run('schtasks', '/Create', '/TN', TASK, '/XML', task, '/F'),
    run('schtasks', '/Run', '/TN', TASK),
  ];
  const option = namedHome === undefined ? '' : ` --home "${home}"`;
  return {
    steps,
    sentences: [
      `It runs in a window of its own, and starts when ${userName} signs in. Nobody has tried this on Windows yet: tell us how it went.`,
      `Its page: ${own.isSingleFile ? `"${program}"` : 'pictor-worker'} page${option}`,
    ],
  };
}

/** Plans to take all of that away again; with `purge` the home folder too. */
export function planWindowsUninstall(machine: Machine, namedHome: string | undefined, purge: boolean): Plan {
  const { program, task, home } = placesOf(machine, namedHome);
  const { own } = machine;
  const isOwn = own.file === program;
  return {
    steps: [
      attempt('schtasks', '/End', '/TN', TASK),
      attempt('schtasks', '/Delete', '/TN', TASK, '/F'),
      { do: 'REMOVE', path: task },
      ...(own.isSingleFile && !isOwn ? [{ do: 'REMOVE', path: program } as const] : []),
      ...(purge ? [{ do: 'REMOVE', path: home } as const] : []),
    ],
    sentences: [
      ...(isOwn ? [`${program} runs just now: delete it yourself.`] : []),
      purge
        ? `${home} is gone too. Delete the worker in the portal.`
        : `${home} is kept: it holds who this worker is. With --purge it goes too.`,
    ],
  };
}
