import { invalidSetting } from './invalidSetting.ts';
import { miningChangeSchema, type MiningChange } from '../mining/miningSettings.ts';

/** What can be said behind `mining`, and what for. */
export const MINING_HELP = `  pictor-worker mining                       print what is set, and what is mined
  pictor-worker mining on                    mine on NVIDIA GPUs that have had no task for a minute
  pictor-worker mining off                   do not
  pictor-worker mining program PATH [KIND]   your own miner program; KIND is t-rex or lolminer, where its name does not say
  pictor-worker mining program off           none any more
  pictor-worker mining pool URL              such as stratum+ssl://pool.example:4444
  pictor-worker mining coin NAME             ALPH, BEAM, CFX, ERG, ETC, FIRO, FLUX, KAS, RVN, or an algorithm’s name
  pictor-worker mining wallet ADDRESS        what the pool pays to
  pictor-worker mining worker NAME           what the pool calls this machine; off for no name
  pictor-worker mining extra -- ARGUMENTS    more of the program’s command line, only to tune; nothing for none
  pictor-worker mining earning DOLLARS       what your pool says that this machine earns in a day; off for unknown

Mining heats the GPU and takes electricity, which you pay for; it can cost more than it earns. What the pool owes you is
between you and it, and never part of your Pictor balance.`;

/** Reads what is to be changed from the words behind `mining`. Throws AgentError SETTING_INVALID. */
export function parseMining([name = '', ...values]: readonly string[]): MiningChange {
  const result = miningChangeSchema.safeParse(read(name, values));
  if (result.success) return result.data;
  throw invalidSetting(`${name} ${result.error.issues.map(({ message }) => message).join('; ')}.`);
}

function read(name: string, values: readonly string[]): object {
  const [value, ...more] = values;
  switch (name) {
    case 'on':
    case 'off':
      if (value !== undefined) throw invalidSetting(`mining ${name} takes nothing more.`);
      return { on: name === 'on' };
    case 'extra':
      return { extra: values };
    case 'pool':
    case 'coin':
    case 'wallet':
    case 'worker':
      if (value === undefined || more.length > 0)
        throw invalidSetting(`mining ${name} takes one value, or off.`);
      return { [name]: value === 'off' ? null : value };
    case 'earning':
      if (value === undefined || more.length > 0)
        throw invalidSetting('mining earning takes an amount, or off.');
      return { earningMicroUsdPerDay: value === 'off' ? null : microUsdOf(value) };
  }
  throw invalidSetting(`There is no "mining ${name}":\n\n${MINING_HELP}`);
}

/** Dollars with at most six digits below, without the errors of binary fractions. */
function microUsdOf(text: string): number {
  const match = /^\$?(\d{1,6})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) throw invalidSetting('earning is an amount of US dollars a day, such as 0.45.');
  return Number(match[1]) * 1_000_000 + Number((match[2] ?? '').padEnd(6, '0'));
}
