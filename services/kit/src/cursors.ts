import { DomainError } from './errors.ts';

/** What a list can be sorted by. */
export type CursorValue = string | number | bigint | Date | null;

const maxCursorChars = 2_000;
const maxCursorValues = 8;

/** The sort values of one item as an opaque text, from which a list can be continued. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values.map(pack))).toString('base64url');
}

/** Reads a cursor. Throws INVALID_INPUT for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): CursorValue[] {
  if (typeof cursor !== 'string' || cursor.length > maxCursorChars) throw invalidCursor();
  try {
    const packed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(packed) || !packed.length || packed.length > maxCursorValues) throw invalidCursor();
    return packed.map(unpack);
  } catch {
    throw invalidCursor();
  }
}

export function invalidCursor(): DomainError {
  return new DomainError(
    'INVALID_INPUT',
    'This cursor does not belong to this list; start from the first page.',
  );
}

/** Texts, numbers and null stay as they are; a time becomes ["t", ms], a bigint ["n", digits]. */
function pack(value: CursorValue): unknown {
  if (value instanceof Date) return ['t', value.getTime()];
  return typeof value === 'bigint' ? ['n', String(value)] : value;
}

function unpack(packed: unknown): CursorValue {
  if (packed === null || typeof packed === 'string' || typeof packed === 'number') return packed;
  if (!Array.isArray(packed) || packed.length !== 2) throw invalidCursor();
  const [kind, value] = packed as [unknown, unknown];
  if (kind === 'n' && typeof value === 'string' && /^-?\d{1,19}$/.test(value)) return BigInt(value);
  const time = new Date(kind === 't' && typeof value === 'number' ? value : NaN);
  if (Number.isNaN(time.getTime())) throw invalidCursor();
  return time;
}
