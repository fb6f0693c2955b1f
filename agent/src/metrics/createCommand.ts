import { execFile } from 'node:child_process';

/** Why a command gave no answer. */
export type CommandFailure = 'ABSENT' | 'HUNG' | 'FAILED';

/** A command that gave no answer. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly failure: CommandFailure;
  /** Its exit code, where it ended with one. */
  readonly exitCode: number | undefined;
  /** What it printed before it failed. */
  readonly output: string;

  constructor(failure: CommandFailure, message: string, exitCode?: number, output = '') {
    super(message);
    this.failure = failure;
    this.exitCode = exitCode;
    this.output = output;
  }
}

/** Runs a command and resolves with what it printed; throws CommandError within the limit. */
export type Command = (args: readonly string[]) => Promise<string>;

const OUTPUT_LIMIT = 256 * 1024;

/**
 * Makes a command of which only one process runs at a time: where a process cannot even be killed (a driver that hangs
 * does that), the calls after it fail at once instead of adding another.
 */
export function createCommand(file: string, limitMs: number): Command {
  let running = false;
  const hung = () => new CommandError('HUNG', `${file} gave no answer for ${limitMs / 1_000} s`);

  return (args) =>
    new Promise((resolve, reject) => {
      if (running) return reject(hung());
      running = true;
      const child = execFile(
        file,
        args,
        { maxBuffer: OUTPUT_LIMIT, windowsHide: true },
        (error, stdout, stderr) => {
          running = false;
          clearTimeout(timer);
          if (!error) resolve(stdout);
          else reject(failureOf(file, error, `${stdout}\n${stderr}`));
        },
      );
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(hung());
      }, limitMs);
    });
}

function failureOf(
  file: string,
  error: { code?: number | string | null; signal?: NodeJS.Signals | null },
  output: string,
): CommandError {
  if (error.code === 'ENOENT') return new CommandError('ABSENT', `${file} is not installed`);
  const how = error.signal ? `was ended by ${error.signal}` : `failed with ${error.code}`;
  const [firstLine = ''] = output.trim().split('\n');
  const exitCode = typeof error.code === 'number' ? error.code : undefined;
  return new CommandError(
    'FAILED',
    `${file} ${how}${firstLine && `: ${firstLine.slice(0, 200)}`}`,
    exitCode,
    output,
  );
}
