const mostRemembered = 10_000;

/** Tells what comes for the first time from what was known. Remembers the latest 10,000. */
export function newcomers(known: Iterable<string>): (id: string) => boolean {
  const seen = new Set(known);
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (seen.size > mostRemembered) seen.delete(seen.values().next().value!);
    return true;
  };
}
