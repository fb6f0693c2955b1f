import type { OwnCommand } from '../program/ownCommand.ts';

/** What an installation is planned from: this machine, and who installs. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly userName: string;
  readonly userHome: string;
  /** Whether the one who installs may do everything: then it is for the machine, else for this account. */
  readonly isRoot: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly own: OwnCommand;
  /** Groups of this system, by name; only asked on Linux. */
  readonly groups: readonly string[];
  /** Accounts of this system, by name; only asked on Linux. */
  readonly accounts: readonly string[];
}

/** What is to be done, and what to say once it is. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly sentences: readonly string[];
}

/** One thing that an installation does; each can be done again. */
export type Step =
  | { readonly do: 'FOLDER'; readonly path: string; readonly mode: number }
  | { readonly do: 'COPY'; readonly from: string; readonly to: string; readonly mode: number }
  | {
      readonly do: 'WRITE';
      readonly path: string;
      readonly content: string;
      readonly encoding: 'utf8' | 'utf16le';
    }
  | { readonly do: 'REMOVE'; readonly path: string }
  | {
      readonly do: 'RUN';
      readonly command: readonly [string, ...string[]];
      /** Whether it may fail, because what it undoes may not be there. */
      readonly mayFail: boolean;
    };

/** A command that must succeed. */
export const run = (...command: [string, ...string[]]): Step => ({ do: 'RUN', command, mayFail: false });

/** A command that undoes what may not be there. */
export const attempt = (...command: [string, ...string[]]): Step => ({ do: 'RUN', command, mayFail: true });
