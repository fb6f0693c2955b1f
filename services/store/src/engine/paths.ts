import type { Doc } from './documents.ts';
import { CommandError } from './errors.ts';
import { isDoc } from './values.ts';

/** The furthest that setting an element may extend an array beyond its end. */
const MAX_ARRAY_PADDING = 1500;

/** Is a path's component the position of an array's element? */
export function isPosition(component: string): boolean {
  return /^(0|[1-9]\d*)$/.test(component);
}

/** The value at a path that goes through documents and positions only; undefined where there is none. */
export function valueAt(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const component of path) value = child(value, component);
  return value;
}

/**
 * Does any value that a filter's path reaches, through arrays too, pass the test? A path that ends early is tried as
 * undefined.
 */
export function someAt(
  value: unknown,
  path: readonly string[],
  depth: number,
  test: (value: unknown) => boolean,
): boolean {
  const component = path[depth];
  if (component === undefined) return test(value);
  if (!Array.isArray(value)) return someAt(child(value, component), path, depth + 1, test);
  if (isPosition(component) && Number(component) < value.length) {
    if (someAt(value[Number(component)], path, depth + 1, test)) return true;
  }
  return value.some((element) => isDoc(element) && someAt(element, path, depth, test));
}

/** The values that an index sees at a path: an array counts as its elements, an empty one as null. */
export interface IndexedValues {
  values: unknown[];
  throughArray: boolean;
}

export function indexedValues(root: unknown, path: readonly string[]): IndexedValues {
  const found: IndexedValues = { values: [], throughArray: false };
  collectIndexed(root, path, 0, found);
  return found;
}

function collectIndexed(value: unknown, path: readonly string[], depth: number, found: IndexedValues): void {
  const component = path[depth];
  if (!Array.isArray(value)) {
    if (component === undefined) found.values.push(value);
    else collectIndexed(child(value, component), path, depth + 1, found);
    return;
  }
  found.throughArray = true;
  if (component !== undefined && isPosition(component)) {
    if (value.some((element) => isDoc(element) && Object.hasOwn(element, component))) {
      throw new CommandError(16746, `Ambiguous field name found in array: ${component}`);
    }
    if (value.some(isDoc)) found.values.push(undefined);
    return collectIndexed(value[Number(component)], path, depth + 1, found);
  }
  if (value.length === 0) found.values.push(component === undefined ? null : undefined);
  else if (component === undefined) found.values.push(...value);
  else for (const element of value) collectIndexed(element, path, depth, found);
}

/** Sets the value at a path, making documents on the way. */
export function setAt(root: Doc, path: readonly string[], value: unknown): void {
  let holder: unknown = root;
  path.forEach((component, depth) => {
    checkSettable(holder, component, path[depth - 1]);
    if (depth === path.length - 1) put(holder, component, value);
    else {
      if (child(holder, component) === undefined) put(holder, component, {});
      holder = child(holder, component);
    }
  });
}

/** Removes the value at a path; an array keeps its length and has null there. */
export function unsetAt(root: Doc, path: readonly string[]): void {
  const holder = valueAt(root, path.slice(0, -1));
  const last = path.at(-1)!;
  if (isDoc(holder)) delete holder[last];
  else if (Array.isArray(holder) && isPosition(last) && Number(last) < holder.length)
    holder[Number(last)] = null;
}

function child(value: unknown, component: string): unknown {
  if (Array.isArray(value)) return isPosition(component) ? value[Number(component)] : undefined;
  return isDoc(value) && Object.hasOwn(value, component) ? value[component] : undefined;
}

function put(holder: unknown, component: string, value: unknown): void {
  if (Array.isArray(holder)) {
    while (holder.length < Number(component)) holder.push(null);
    holder[Number(component)] = value;
  } else (holder as Doc)[component] = value;
}

function checkSettable(holder: unknown, component: string, name: string | undefined): void {
  if (component === '')
    throw new CommandError(56, 'The update path contains an empty field name, which is not allowed.');
  if (component === '__proto__') throw new CommandError(2, `The field name '__proto__' is not allowed`);
  if (isDoc(holder)) return;
  if (!Array.isArray(holder) || !isPosition(component)) {
    throw new CommandError(28, `Cannot create field '${component}' in element ${name}, which is no document`);
  }
  if (Number(component) > holder.length + MAX_ARRAY_PADDING) {
    throw new CommandError(2, `Cannot extend an array of ${holder.length} elements to position ${component}`);
  }
}
