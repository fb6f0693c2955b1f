import { AgentError } from '../AgentError.ts';
import type { Home } from '../home/Home.ts';
import { checkProgram } from '../mining/checkProgram.ts';
import { readChoice } from '../mining/programFile.ts';
import { programs } from '../mining/programs.ts';
import { SettingsFile } from '../owner/SettingsFile.ts';
import { ok, type Check } from './Check.ts';

/** Looks whether the owner's miner program may be run, where they want it to. */
export async function checkMining(home: Home): Promise<Check> {
  const name = 'mining';
  const remedy =
    'Name the program anew: pictor-worker mining program PATH; or do without: pictor-worker mining off';
  try {
    const { mining } = (await SettingsFile.open(home.settings)).current;
    if (!mining.on) return ok(name, 'Mining is off.');
    const choice = await readChoice(home.miner);
    if (!choice)
      return { name, state: 'LIMITED', finding: 'Mining is on, but no miner program is set.', remedy };
    const checked = await checkProgram(choice.path);
    if (!checked.fit) return { name, state: 'LIMITED', finding: checked.problem, remedy };
    return ok(name, `Mining is on, by ${checked.path} as ${programs[choice.kind].name}.`);
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    return { name, state: 'LIMITED', finding: error.message, remedy };
  }
}
