/** An address with the parameters that have a value; those without are left out. */
export function href(path: string, given: Record<string, string | number | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) params.set(name, String(value));
  return params.size > 0 ? `${path}?${params}` : path;
}
