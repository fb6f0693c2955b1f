/**
 * A file's address on the origin this page came from, whatever name the platform knows itself by: the portal and the
 * files share one door, the signature does not cover the origin, and the page's policy admits no other.
 */
export function fromHere(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
