import type { ShownStatus } from '#lib/generated/graphql.ts';
import { counted, inWords, sentence } from './counted.ts';
import { lookOf, shownStatuses, standingOf } from './workerStatus.ts';

/** How many workers show a status. */
export interface StatusCount {
  status: ShownStatus;
  count: number;
}

/** How a fleet stands, in two sentences; the second names what is wrong. */
export interface FleetWords {
  working: string;
  trouble: string;
  /** What the trouble costs: money now (`bad`), or maybe (`warn`). */
  tone: 'bad' | 'warn' | undefined;
}

/** Puts a fleet's counts into sentences: who works, and who is in trouble with what. */
export function fleetWords(total: number, counts: readonly StatusCount[]): FleetWords {
  const sumOf = (standing: string) =>
    counts.filter(({ status }) => standingOf(status) === standing).reduce((sum, { count }) => sum + count, 0);
  const working = sumOf('working');
  const trouble = sumOf('trouble');
  return {
    working: workingWords(working, total),
    trouble: trouble === 0 ? wellWords(total, counts) : troubleWords(trouble, counts),
    tone: trouble === 0 ? undefined : trouble === countOf('STALE', counts) ? 'warn' : 'bad',
  };
}

function workingWords(working: number, total: number): string {
  if (working === 0) return `None of your ${counted(total, 'worker')} is at work.`;
  if (working === total) return `All ${counted(total, 'worker')} are at work.`;
  const verb = working === 1 ? 'is' : 'are';
  return `${sentence(inWords(working))} of your ${counted(total, 'worker')} ${verb} at work.`;
}

function countOf(status: ShownStatus, counts: readonly StatusCount[]): number {
  return counts.find((entry) => entry.status === status)?.count ?? 0;
}

function wellWords(total: number, counts: readonly StatusCount[]): string {
  const fresh = countOf('NEW', counts);
  if (fresh === 0) return 'All are well.';
  if (fresh === total) return total === 1 ? 'It was never heard from.' : 'They were never heard from.';
  return `${sentence(inWords(fresh))} ${fresh === 1 ? 'was' : 'were'} never heard from; all others are well.`;
}

function troubleWords(trouble: number, counts: readonly StatusCount[]): string {
  const kinds = shownStatuses.flatMap((status) => {
    const count = countOf(status, counts);
    return standingOf(status) === 'trouble' && count > 0
      ? [{ count, word: lookOf(status).word.toLowerCase() }]
      : [];
  });
  const adjective = (word: string) => (word === 'error' ? 'in error' : word);
  const [only, ...others] = kinds;
  if (only && others.length === 0) {
    return `${sentence(inWords(trouble))} ${trouble === 1 ? 'is' : 'are'} ${adjective(only.word)}.`;
  }
  const list = kinds.map(({ count, word }) => `${inWords(count)} ${adjective(word)}`).join(', ');
  return `${sentence(inWords(trouble))} are not well: ${list}.`;
}
