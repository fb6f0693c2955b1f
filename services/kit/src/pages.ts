import { encodeCursor, type CursorValue } from './cursors.ts';

/** A page of a list in the form of the Relay specification. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: {
    hasNextPage: boolean;
    /** Always false: lists are read forwards. */
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/**
 * The page of the first `first` documents. Ask the store for one more than that: from it the page knows whether another
 * one follows. `cursorOf` gives a document's values of the sort.
 */
export function pageOf<Node>(
  documents: readonly Node[],
  first: number,
  cursorOf: (document: Node) => readonly CursorValue[],
): Connection<Node> {
  const nodes = documents.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: documents.length > first,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
