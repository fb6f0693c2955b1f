import type { Json } from './run.ts';

const isObject = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds what another subgraph knows to an object: objects and equally long lists are merged, anything else is replaced. */
export function mergeInto(target: Json, source: Json): Json {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const from = source[key],
      to = target[key];
    if (to === undefined || to === null || typeof to !== 'object') target[key] = from;
    else if (isObject(from)) mergeInto(to, from);
    else if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
      for (let i = 0; i < from.length; i++) {
        if (isObject(to[i]) && isObject(from[i])) mergeInto(to[i], from[i]);
        else to[i] = from[i];
      }
    else target[key] = from;
  }
  return target;
}

/** For answers that several runs share: a run that writes into one gets its own. */
export function copyJson(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson);
  const copy: Json = {};
  for (const key of Object.keys(value)) copy[key] = copyJson(value[key]);
  return copy;
}
