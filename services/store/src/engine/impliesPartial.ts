import type { Condition } from './conditions.ts';
import type { Doc } from './documents.ts';
import { compileFilter } from './match.ts';
import { isOperators } from './predicates.ts';
import { compare, equal, rank } from './values.ts';

/** Does every document that meets the conditions lie in a partial index? In doubt, no. */
export function impliesPartial(fields: Map<string, Condition>, partial: Doc): boolean {
  return Object.entries(partial).every(([name, demand]) => {
    const condition = fields.get(name);
    return condition !== undefined && implies(condition, demand);
  });
}

function implies(condition: Condition, demand: unknown): boolean {
  const { equals, low } = condition;
  if (!isOperators(demand)) return equals !== undefined && equals.every((value) => equal(value, demand));
  const [entry, ...others] = Object.entries(demand);
  if (!entry || others.length > 0) return false;
  const [operator, operand] = entry;
  if (operator === '$exists' && operand === true) {
    return Boolean(low ?? condition.high ?? condition.exists ?? equals?.every((value) => value !== null));
  }
  if (equals) {
    const filter = compileFilter({ field: demand });
    return equals.every((value) => filter({ field: value }));
  }
  if ((operator !== '$gt' && operator !== '$gte') || !low || rank(low.value) !== rank(operand)) return false;
  const order = compare(low.value, operand);
  return order > 0 || (order === 0 && (operator === '$gte' || low.exclusive));
}
