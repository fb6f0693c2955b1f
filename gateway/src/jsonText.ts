// eslint-disable-next-line no-control-regex -- these are what JSON escapes
const needsEscape = /[\u0000-\u001f"\\\ud800-\udfff]/;

/** JSON.stringify of a text: fast for objects, but a call per leaf is mostly call overhead. */
export const quote = (text: string): string =>
  text.length < 64 && !needsEscape.test(text) ? `"${text}"` : JSON.stringify(text);

/** JSON text of any value. */
export function jsonText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : 'null';
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return JSON.stringify(value) ?? 'null';
  }
}
