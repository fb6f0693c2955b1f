/** A GPU's place on the PCI bus in one spelling, whoever wrote it; null when it is none. */
export function busAddress(text: string): string | null {
  const [, domain = '0', bus, device] =
    /^(?:([0-9a-f]{1,8}):)?([0-9a-f]{2}):([0-9a-f]{2})(?:\.[0-7])?$/i.exec(text) ?? [];
  return bus && device ? `${Number.parseInt(domain, 16)}:${bus}:${device}`.toLowerCase() : null;
}
