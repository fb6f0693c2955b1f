import { parseArgs } from 'node:util';
import { AgentError } from '../AgentError.ts';
import { Home } from '../home/Home.ts';
import { VERSION } from '../version.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { importConfiguration } from './importConfiguration.ts';
import { showStatus } from './showStatus.ts';
import { startAgent } from './startAgent.ts';

const HELP = `Pictor Worker ${VERSION}: puts this machine to work.

  pictor-worker import FILE   become the worker of a configuration file from the portal
  pictor-worker start         take tasks until stopped
  pictor-worker status        say what the agent is doing

  --home DIR   keep everything in DIR (${Home.usual})
  --json       with status: print JSON
  --checker    with start: run at the lowest priority and read the machine once a minute
  --insist-without-sandbox
               with start: render scenes where no sandbox works; a hostile one can then do what you can
  --log LEVEL  with start: error, warn, info or debug (info)
  --help       print this

Exit codes: ${exitCodes.done} done, ${exitCodes.failed} failed, ${exitCodes.misused} wrong command line, ${exitCodes.credentialEnded} the worker was deleted or revoked,
${exitCodes.notRunning} status: no agent is running.`;

const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  checker: { type: 'boolean' },
  'insist-without-sandbox': { type: 'boolean' },
  log: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Which options go with which command. */
const commands: Record<
  string,
  { takes: (keyof Values)[]; run: (values: Values, file: string) => Promise<ExitCode> }
> = {
  import: { takes: ['home'], run: ({ home = Home.usual }, file) => importConfiguration(file, home) },
  start: {
    takes: ['home', 'checker', 'insist-without-sandbox', 'log'],
    run: ({ home = Home.usual, checker = false, 'insist-without-sandbox': insist = false, log = 'info' }) =>
      startAgent({ folder: home, checker, insistWithoutSandbox: insist, logLevel: log }),
  },
  status: { takes: ['home', 'json'], run: ({ home = Home.usual, json = false }) => showStatus(home, json) },
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
  const command = commands[name ?? ''];
  if (!command)
    return misused(name === undefined ? 'A command is missing.' : `There is no command "${name}".`);
  const stray = Object.keys(values).find((option) => !command.takes.includes(option as keyof Values));
  if (stray !== undefined) return misused(`--${stray} does not go with ${name}.`);
  if (operands.length !== (name === 'import' ? 1 : 0)) {
    return misused(name === 'import' ? 'import takes one file.' : `${name} takes nothing more than options.`);
  }
  if (values.log !== undefined && !['error', 'warn', 'info', 'debug'].includes(values.log)) {
    return misused('--log is error, warn, info or debug.');
  }
  return run(() => command.run(values, operands[0] ?? ''));
}

async function run(command: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    console.error(error.message);
    return error.code === 'CREDENTIAL_ENDED' ? exitCodes.credentialEnded : exitCodes.failed;
  }
}

function misused(sentence: string): ExitCode {
  console.error(`${sentence}\nSee pictor-worker --help.`);
  return exitCodes.misused;
}
