/** What one operation may ask for, in either lane and over either transport. */
export interface Limits {
  /** Bytes of an HTTP body or of a WebSocket message. */
  readonly bodyBytes: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Nesting of fields. */
  readonly depth: number;
  /** Fields, once every fragment is written out. */
  readonly fields: number;
  /** Aliased fields, once every fragment is written out. */
  readonly aliases: number;
}

/** The introspection query that tools send (depth 15, some 300 fields) fits with room to spare. */
export const defaultLimits: Limits = {
  bodyBytes: 2 ** 20,
  tokens: 10_000,
  depth: 25,
  fields: 2_000,
  aliases: 200,
};
