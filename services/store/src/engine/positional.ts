import type { Doc } from './documents.ts';
import { compileFilter } from './match.ts';
import { compileElementTest } from './match.ts';
import { valueAt } from './paths.ts';
import { isDoc } from './values.ts';

/** The position of the element of an array that made a filter match, or -1. */
export function positionMatched(filter: Doc, doc: Doc, array: readonly string[]): number {
  const elements = valueAt(doc, array);
  if (!Array.isArray(elements)) return -1;
  const name = array.join('.');
  for (const [field, condition] of conditionsOf(filter)) {
    if (field !== name && !field.startsWith(`${name}.`)) continue;
    const position = elements.findIndex(elementTest(field.slice(name.length + 1), condition));
    if (position !== -1) return position;
  }
  return -1;
}

function elementTest(rest: string, condition: unknown): (element: unknown) => boolean {
  if (rest === '' && isDoc(condition) && isDoc(condition['$elemMatch'])) {
    return compileElementTest(condition['$elemMatch']);
  }
  const filter = compileFilter({ [rest === '' ? 'element' : `element.${rest}`]: condition });
  return (element) => filter({ element });
}

function conditionsOf(filter: Doc): [string, unknown][] {
  return Object.entries(filter).flatMap(([name, condition]): [string, unknown][] =>
    name === '$and' ? (condition as Doc[]).flatMap(conditionsOf) : [[name, condition]],
  );
}
