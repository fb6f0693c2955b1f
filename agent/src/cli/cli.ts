import { parseArgs } from 'node:util';
import { AgentError } from '../AgentError.ts';
import { diskFull } from '../home/diskFull.ts';
import { Home } from '../home/Home.ts';
import { VERSION } from '../version.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import type { InstallOptions } from './installAgent.ts';

const HELP = `Pictor Worker ${VERSION}: puts this machine to work.

  pictor-worker import FILE            become the worker of a configuration file from the portal
  pictor-worker start                  take tasks until stopped
  pictor-worker page                   print an address of the agent's page, good once within 5 minutes
  pictor-worker status                 say what the agent is doing
  pictor-worker pause                  take no more tasks
  pictor-worker drain                  finish the task under way, then take no more
  pictor-worker resume                 take tasks again
  pictor-worker settings [NAME VALUE]  print what you have set, or set one of it
  pictor-worker bench                  measure how fast this machine is
  pictor-worker mining [WHAT …]        print how it mines, or change it; see pictor-worker mining help
  pictor-worker doctor                 check what the agent stands on, and say how to mend it
  pictor-worker logs                   print what the agent logged last
  pictor-worker install                start it with this account; as root, with this machine
  pictor-worker uninstall              undo that, and keep who this worker is

  --home DIR    keep everything in DIR (${Home.usual})
  --json        print JSON; with start, log in JSON on a terminal too
  --until TIME  with pause and drain: 18:00, 2h, 30m, 1d or 2026-12-24T18:00:00Z
  --follow      with logs: print what comes, too
  --no-page     with start: serve no page on this machine
  --dry-run     with install and uninstall: print what would be done
  --purge       with uninstall: remove the home folder too
  --checker     with start: run at the lowest priority, without a page, and read the machine once a minute
  --insist-without-sandbox
                with start: render scenes where no sandbox works; a hostile one can then do what you can
  --log LEVEL   with start: error, warn, info or debug (info)
  --help        print this

Exit codes: ${exitCodes.done} done, ${exitCodes.failed} failed, ${exitCodes.misused} wrong command line, ${exitCodes.credentialEnded} the worker was deleted or revoked,
${exitCodes.notRunning} no agent is running.`;

const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  until: { type: 'string' },
  follow: { type: 'boolean' },
  'no-page': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  purge: { type: 'boolean' },
  checker: { type: 'boolean' },
  'insist-without-sandbox': { type: 'boolean' },
  log: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

interface Command {
  /** The options that go with it. */
  readonly takes: readonly (keyof Values)[];
  /** How many operands it may have; those of its sentence where it has others. */
  readonly operands?: { readonly counts: readonly number[]; readonly sentence: string } | 'ANY';
  readonly run: (values: Values & { home: string; json: boolean }, operands: string[]) => Promise<ExitCode>;
}

const pausing = (kind: 'PAUSE' | 'DRAIN'): Command => ({
  takes: ['home', 'json', 'until'],
  run: async ({ home, json, until }) =>
    (await import('./pauseAgent.ts')).pauseAgent({ folder: home, kind, until, json }),
});

const installing = (values: Values & { home: string }): InstallOptions => ({
  folder: values.home,
  dryRun: values['dry-run'] ?? false,
  purge: values.purge ?? false,
});

/** Each is loaded when it is asked for: an agent that runs for weeks keeps nothing of the others. */
const commands: Record<string, Command> = {
  import: {
    takes: ['home', 'json'],
    operands: { counts: [1], sentence: 'import takes one file.' },
    run: async ({ home, json }, [file = '']) =>
      (await import('./importConfiguration.ts')).importConfiguration(file, home, json),
  },
  start: {
    takes: ['home', 'json', 'checker', 'insist-without-sandbox', 'log', 'no-page'],
    run: async ({ home, json, checker = false, log = 'info', ...values }) =>
      (await import('./startAgent.ts')).startAgent({
        folder: home,
        json,
        checker,
        insistWithoutSandbox: values['insist-without-sandbox'] ?? false,
        hasPage: !checker && !values['no-page'],
        logLevel: log,
      }),
  },
  page: {
    takes: ['home', 'json'],
    run: async ({ home, json }) => (await import('./showPage.ts')).showPage(home, json),
  },
  status: {
    takes: ['home', 'json'],
    run: async ({ home, json }) => (await import('./showStatus.ts')).showStatus(home, json),
  },
  pause: pausing('PAUSE'),
  drain: pausing('DRAIN'),
  resume: {
    takes: ['home', 'json'],
    run: async ({ home, json }) => (await import('./pauseAgent.ts')).resumeAgent(home, json),
  },
  settings: {
    takes: ['home', 'json'],
    operands: { counts: [0, 2], sentence: 'settings takes a name and a value, or nothing.' },
    run: async ({ home, json }, operands) =>
      (await import('./showSettings.ts')).showSettings(home, operands, json),
  },
  bench: {
    takes: ['home', 'json'],
    run: async ({ home, json }) => (await import('./runBench.ts')).runBench(home, json),
  },
  mining: {
    takes: ['home', 'json'],
    operands: 'ANY',
    run: async ({ home, json }, operands) =>
      (await import('./changeMining.ts')).changeMining(home, operands, json),
  },
  doctor: {
    takes: ['home', 'json'],
    run: async ({ home, json }) => (await import('./showDoctor.ts')).showDoctor(home, json),
  },
  logs: {
    takes: ['home', 'json', 'follow'],
    run: async ({ home, json, follow = false }) =>
      (await import('./showLogs.ts')).showLogs(home, json, follow),
  },
  install: {
    takes: ['home', 'dry-run'],
    run: async (values) => (await import('./installAgent.ts')).installAgent(installing(values)),
  },
  uninstall: {
    takes: ['home', 'dry-run', 'purge'],
    run: async (values) => (await import('./installAgent.ts')).uninstallAgent(installing(values)),
  },
};

/** Does what a command line says and resolves with the exit code; failures are told in a sentence, never thrown. */
export async function cli(args: readonly string[]): Promise<ExitCode> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [name, ...operands] = positionals;
  if (values.help || (name === undefined && args.length === 0)) {
    console.log(HELP);
    return exitCodes.done;
  }
  const command = Object.hasOwn(commands, name ?? '') ? commands[name ?? ''] : undefined;
  if (!command)
    return misused(name === undefined ? 'A command is missing.' : `There is no command "${name}".`);
  const stray = Object.keys(values).find((option) => !command.takes.includes(option as keyof Values));
  if (stray !== undefined) return misused(`--${stray} does not go with ${name}.`);
  const { counts, sentence } =
    command.operands === 'ANY'
      ? { counts: [operands.length], sentence: '' }
      : (command.operands ?? { counts: [0], sentence: `${name} takes nothing more than options.` });
  if (!counts.includes(operands.length)) return misused(sentence);
  if (values.log !== undefined && !['error', 'warn', 'info', 'debug'].includes(values.log)) {
    return misused('--log is error, warn, info or debug.');
  }
  const { home = Home.usual, json = false } = values;
  return run(() => command.run({ ...values, home, json }, operands));
}

const codes: Partial<Record<AgentError['code'], ExitCode>> = {
  CREDENTIAL_ENDED: exitCodes.credentialEnded,
  NOT_RUNNING: exitCodes.notRunning,
};

async function run(command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (cause) {
    const error = diskFull(cause) ?? cause;
    if (!(error instanceof AgentError)) throw error;
    console.error(error.message);
    return codes[error.code] ?? exitCodes.failed;
  }
}

function misused(sentence: string): ExitCode {
  console.error(`${sentence}\nSee pictor-worker --help.`);
  return exitCodes.misused;
}
