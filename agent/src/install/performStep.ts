import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AgentError } from '../AgentError.ts';
import { CommandError } from '../metrics/createCommand.ts';
import type { Step } from './Machine.ts';

/** Runs a command to its end; throws CommandError. */
export type RunCommand = (file: string, args: readonly string[]) => Promise<unknown>;

/** Does one step; throws AgentError INSTALL_FAILED with what went wrong. */
export async function performStep(step: Step, runCommand: RunCommand): Promise<void> {
  try {
    await perform(step, runCommand);
  } catch (cause) {
    if (step.do === 'RUN' && step.mayFail) return;
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
    throw new AgentError(
      'INSTALL_FAILED',
      `This did not work: ${describeStep(step)}. ${why}.${hintOf(cause)}`,
      {
        cause,
      },
    );
  }
}

/** What a step does, as a line. */
export function describeStep(step: Step): string {
  switch (step.do) {
    case 'FOLDER':
      return `make the folder ${step.path}`;
    case 'COPY':
      return `copy ${step.from} to ${step.to}`;
    case 'WRITE':
      return `write ${step.path}`;
    case 'REMOVE':
      return `remove ${step.path}`;
    case 'RUN':
      return `run ${step.command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`)).join(' ')}`;
  }
}

async function perform(step: Step, runCommand: RunCommand): Promise<void> {
  switch (step.do) {
    case 'FOLDER':
      await mkdir(step.path, { recursive: true, mode: step.mode });
      return;
    case 'COPY':
      await mkdir(dirname(step.to), { recursive: true });
      return replace(step.to, async (temporary) => {
        await copyFile(step.from, temporary);
        await chmod(temporary, step.mode);
      });
    case 'WRITE': {
      await mkdir(dirname(step.path), { recursive: true });
      // Without the mark Windows would not know two bytes for one letter.
      const mark = step.encoding === 'utf16le' ? '\ufeff' : '';
      return replace(step.path, (temporary) => writeFile(temporary, mark + step.content, step.encoding));
    }
    case 'REMOVE':
      await rm(step.path, { recursive: true, force: true });
      return;
    case 'RUN': {
      const [file, ...args] = step.command;
      await runCommand(file, args);
    }
  }
}

/** A program that runs cannot be written over, but another can take its name. */
async function replace(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function hintOf(cause: unknown): string {
  if (!(cause instanceof CommandError)) return '';
  if (cause.failure === 'ABSENT' || /not been booted with systemd/.test(cause.message))
    return ' Have your own service manager run: pictor-worker start';
  if (/bus|XDG_RUNTIME_DIR/i.test(cause.message)) {
    return ' There is no session of this account: sign in as it, by ssh or on the screen, and do not use su or sudo.';
  }
  return '';
}
