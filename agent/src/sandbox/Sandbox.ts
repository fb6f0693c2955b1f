/** What a command inside a sandbox may see and touch, by paths that are the same inside and out. */
export interface Confinement {
  /** The program and what it is given. */
  readonly command: readonly [string, ...string[]];
  /** Files and folders that it may read, beside the system's own programs and libraries. */
  readonly readable: readonly string[];
  /** Folders that it may write to. */
  readonly writable: readonly string[];
  /** The folder that it finds as its /tmp; null for a small one in memory. */
  readonly tmp: string | null;
  /** The largest file that it may write, in bytes. */
  readonly mostFileBytes: number;
  /** Address space of each of its processes, in bytes; null where drivers of GPUs reserve it by the terabyte. */
  readonly mostAddressBytes: number | null;
  /** Whether it may use the machine's GPUs. */
  readonly gpus: boolean;
  /** Variables that it finds in its environment, beside those that every program needs. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A command as it is to be started. */
export interface ConfinedCommand {
  readonly file: string;
  readonly args: readonly string[];
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
}

/** Something that keeps a command from all that is not its business. */
export interface Sandbox {
  /** What it is called in a log. */
  readonly name: string;
  /** Says how to start a command so that it is confined. */
  confine(confinement: Confinement): ConfinedCommand;
}

/** A sandbox that works on this machine, or why there is none and what to do about it. */
export type SandboxProbe =
  | { readonly available: true; readonly sandbox: Sandbox }
  | { readonly available: false; readonly reason: string };
