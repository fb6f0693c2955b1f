import { invalidSetting } from './invalidSetting.ts';
import { Home } from '../home/Home.ts';
import { isHomeLocked } from '../home/lockHome.ts';
import { readStatus } from '../home/statusFile.ts';
import { checkProgram } from '../mining/checkProgram.ts';
import type { MiningSettings } from '../mining/miningSettings.ts';
import { readChoice, writeChoice, type MinerChoice } from '../mining/programFile.ts';
import { kindNamed, programs } from '../mining/programs.ts';
import { changeOwner, readOwner } from './askOwner.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { miningLines } from './miningLines.ts';
import { MINING_HELP, parseMining } from './parseMining.ts';

/** Prints how a machine mines, after changing something of it where that is said. */
export async function changeMining(
  folder: string,
  words: readonly string[],
  json: boolean,
): Promise<ExitCode> {
  const [what, ...rest] = words;
  if (what === 'help') {
    console.log(MINING_HELP);
    return exitCodes.done;
  }
  if (what === 'program') await setProgram(folder, rest);
  else if (what !== undefined) {
    const change = parseMining(words);
    await changeOwner(new Home(folder), {
      method: 'PATCH',
      path: '/api/mining',
      body: change,
      alone: (owner) => owner.changeMining(change),
    });
  }
  await show(new Home(folder), json);
  return exitCodes.done;
}

/** It is written here and by nobody else: what runs on this machine is chosen by who can write its owner's files. */
async function setProgram(folder: string, [path, kind, ...more]: readonly string[]): Promise<void> {
  if (path === undefined || more.length > 0)
    throw invalidSetting(
      'mining program takes the path of your miner program, and its kind where the name does not say.',
    );
  const home = Home.open(folder);
  if (path === 'off') return writeChoice(home.miner, null);
  const known = kindNamed(kind ?? path);
  if (!known)
    throw invalidSetting(
      'Say which program it speaks like: pictor-worker mining program PATH t-rex|lolminer',
    );
  const checked = await checkProgram(path);
  if (!checked.fit) throw invalidSetting(checked.problem);
  await writeChoice(home.miner, { path, kind: known });
}

async function show(home: Home, json: boolean): Promise<void> {
  const { mining } = await readOwner(home);
  const choice = await readChoice(home.miner);
  const status = isHomeLocked(home.folder) ? ((await readStatus(home.status))?.mining ?? null) : null;
  if (json) return console.log(JSON.stringify({ ...mining, program: choice, status }, null, 2));
  console.log(linesOf(mining, choice).join('\n'));
  if (status?.on && mining.on) for (const line of miningLines(status)) console.log(`now       ${line}`);
}

function linesOf(
  { on, pool, coin, wallet, worker, extra, earning }: MiningSettings,
  choice: MinerChoice | null,
) {
  const dollars = earning && (earning.microUsdPerDay / 1_000_000).toFixed(6);
  return [
    `mining    ${on ? 'on: GPUs that had no task for a minute mine, and take electricity that you pay for' : 'off'}`,
    `program   ${choice ? `${choice.path}, as ${programs[choice.kind].name}` : 'none'}`,
    `pool      ${pool ?? 'none'}`,
    `coin      ${coin ?? 'none'}`,
    `wallet    ${wallet ?? 'none'}`,
    `worker    ${worker ?? 'none'}`,
    `extra     ${extra.length === 0 ? 'none' : extra.join(' ')}`,
    `earning   ${earning ? `about $${dollars} a day, as you said on ${earning.at}` : 'not known'}`,
  ];
}
