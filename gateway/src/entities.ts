import type { Json } from './run.ts';

/** The objects at a plan path such as `workers.@.currentTask`, nulls left out. */
export function collect(value: Json, path: readonly string[], into: Json[], at = 0): Json[] {
  if (value === null || value === undefined) return into;
  const step = path[at];
  if (step === undefined) {
    if (Array.isArray(value)) for (const item of value) collect(item, path, into, at);
    else into.push(value);
  } else if (step !== '@') collect(value[step], path, into, at + 1);
  else if (Array.isArray(value)) for (const item of value) collect(item, path, into, at + 1);
  return into;
}

type Path = readonly (string | number)[];

/** Where in the response collect() finds them, in the same order. Only needed once there is an error to report. */
export function locate(
  value: Json,
  path: readonly string[],
  into: Path[] = [],
  here: Path = [],
  at = 0,
): Path[] {
  if (value === null || value === undefined) return into;
  const step = path[at];
  if (Array.isArray(value))
    value.forEach((item, i) => locate(item, path, into, [...here, i], at + (step === '@' ? 1 : 0)));
  else if (step === undefined) into.push(here);
  else locate(value[step], path, into, [...here, step], at + 1);
  return into;
}
