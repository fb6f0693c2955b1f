const MONTH = '[A-Z][a-z]{2}';
/** As Debian writes it, as Arch does, and as most do. */
const FORMS = [
  /\b(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\b/,
  new RegExp(`\\b(?<day>\\d{1,2}) (?<month>${MONTH}) (?<year>20\\d\\d)\\b`),
  new RegExp(`\\b(?<month>${MONTH}) +(?<day>\\d{1,2}) [\\d:]{8} [A-Z]+ (?<year>20\\d\\d)\\b`),
];

/**
 * The day on which a kernel or a driver was built, as YYYY-MM-DD, from a text that holds "2024-08-26", "26 Aug 2024" or
 * "Aug 26 12:02:04 UTC 2024"; undefined where it holds none.
 */
export function builtOn(text: string): string | undefined {
  for (const form of FORMS) {
    const { year, month, day } = form.exec(text)?.groups ?? {};
    const at = Date.parse(`${year} ${month} ${day} UTC`);
    if (!Number.isNaN(at)) return new Date(at).toISOString().slice(0, 10);
  }
  return undefined;
}
