import type { Intent } from '../generated/graphql.ts';
import { algorithmOf } from './algorithmOf.ts';
import type { CheckedProgram } from './checkProgram.ts';
import type { MinerPlan } from './Miner.ts';
import type { MiningSettings } from './miningSettings.ts';
import type { MinerChoice } from './programFile.ts';
import { programs } from './programs.ts';

/** The chosen program as it was last looked at. */
export interface FoundProgram {
  readonly choice: MinerChoice;
  readonly checked: CheckedProgram;
}

export interface MiningCircumstances {
  readonly settings: MiningSettings;
  /** Null where none was chosen; a sentence where that cannot be known. */
  readonly program: FoundProgram | null | string;
  /** How many NVIDIA GPUs there are. */
  readonly gpus: number;
  /** What owner, portal, hours and heat say together; undefined before the portal's first word. */
  readonly intent: Intent | undefined;
}

/** What every free GPU is to mine, or why none does, in a sentence. */
export function planMining({
  settings,
  program,
  gpus,
  intent,
}: MiningCircumstances): Omit<MinerPlan, 'gpuUuid'> | string {
  const { on, pool, coin, wallet, worker, extra } = settings;
  if (!on) return 'Mining is off.';
  if (gpus === 0) return 'Mining is for NVIDIA GPUs alone, and none is found on this machine.';
  if (program === null) return 'No miner program is set: pictor-worker mining program PATH';
  if (typeof program === 'string') return program;
  if (!program.checked.fit) return program.checked.problem;
  const missing = Object.entries({ pool, coin, wallet }).find(([, value]) => value === null);
  if (missing || pool === null || coin === null || wallet === null) return `The ${missing?.[0]} is not set.`;
  const { kind } = program.choice;
  const algorithm = algorithmOf(coin, kind);
  if (algorithm === null) return `${programs[kind].name} cannot mine ${coin}: name another coin or program.`;
  if (intent === undefined) return 'Mining begins once the platform has been heard.';
  if (intent !== 'RUN') return 'Nothing is mined while no tasks are taken.';
  return {
    program: programs[kind],
    path: program.checked.path,
    order: { pool, algorithm, wallet, worker, extra },
  };
}
