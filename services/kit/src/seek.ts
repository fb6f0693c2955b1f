import { decodeCursor, invalidCursor, type CursorValue } from './cursors.ts';

/** Fields and directions of a sort; the last field is unique. */
export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

export type SeekFilter = Record<string, unknown>;

/**
 * A MongoDB filter for what follows the cursor in the sort; everything when there is no cursor. Null and missing values
 * sort before all others, as in MongoDB. Throws INVALID_INPUT for a cursor that does not fit the sort.
 */
export function seek(sort: Sort, cursor: string | null | undefined): SeekFilter {
  if (cursor === null || cursor === undefined) return {};
  const values = decodeCursor(cursor);
  if (values.length !== sort.length) throw invalidCursor();
  const branches: SeekFilter[] = [];
  const equal: SeekFilter = {};
  sort.forEach(([field, direction], i) => {
    const value = values[i] as CursorValue;
    for (const beyond of conditionsBeyond(value, direction)) branches.push({ ...equal, [field]: beyond });
    equal[field] = value;
  });
  return branches.length === 1 ? (branches[0] as SeekFilter) : { $or: branches };
}

/** Comparisons with null match nothing in MongoDB, and `$lt` leaves nulls out: both are said in other words. */
function conditionsBeyond(value: CursorValue, direction: 1 | -1): unknown[] {
  if (direction === 1) return [value === null ? { $ne: null } : { $gt: value }];
  return value === null ? [] : [{ $lt: value }, null];
}
