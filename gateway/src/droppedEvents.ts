/**
 * Tells a client in the next event it gets that it has missed about so many: `extensions.dropped`. What it shows may be
 * out of date then, so it asks again.
 */
export function markDropped(payload: string, count: number): string {
  const result = JSON.parse(payload) as { extensions?: { dropped?: number } };
  const { extensions } = result;
  return JSON.stringify({
    ...result,
    extensions: { ...extensions, dropped: (extensions?.dropped ?? 0) + count },
  });
}
