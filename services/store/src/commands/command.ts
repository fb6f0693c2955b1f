import type { Doc } from '../engine/documents.ts';
import { refuse } from '../engine/errors.ts';
import { isDoc } from '../engine/values.ts';
import type { Call } from './call.ts';

/** How a command is answered. */
export interface Command {
  /** The options that it honours, or that ask for nothing here. */
  options: readonly string[];
  run(call: Call): Doc | Buffer | Promise<Doc | Buffer>;
}

const COMMON = [
  'lsid',
  '$db',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'txnNumber',
];
const READ_LEVELS = ['local', 'available', 'majority', 'linearizable'];

/** Refuses, by name, what a command asks for and would not get. */
export function checkOptions(name: string, body: Doc, { options }: Command): void {
  if ('autocommit' in body || 'startTransaction' in body) throw refuse('a transaction');
  checkFields(name, body, [name, ...COMMON, ...options]);
  const { level } = isDoc(body['readConcern']) ? body['readConcern'] : {};
  if (level !== undefined && !READ_LEVELS.includes(String(level)))
    throw refuse(`the read concern ${String(level)}`);
}

/** Refuses, by name, fields beside those known; one that is false or null asks for nothing. */
export function checkFields(name: string, fields: Doc, known: readonly string[]): void {
  for (const [field, value] of Object.entries(fields)) {
    if (known.includes(field) || asksNothing(field, value)) continue;
    throw refuse(`the option ${field} of ${name}`);
  }
}

function asksNothing(field: string, value: unknown): boolean {
  if (value === false || value === null || value === undefined) return true;
  if (field === 'collation') return isDoc(value) && value['locale'] === 'simple';
  return field === 'arrayFilters' && Array.isArray(value) && value.length === 0;
}
