import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { clientError, type ClientError } from './clientError.ts';
import type { Limits } from './limits.ts';

interface Size {
  depth: number;
  fields: number;
  aliases: number;
}
const nothing: Size = Object.freeze({ depth: 0, fields: 0, aliases: 0 });

/** What a document asks too much of, if anything. Looks at each fragment once, however often it is spread. */
export function excess(document: DocumentNode, limits: Limits): ClientError | undefined {
  const { depth, fields, aliases } = sizeOf(document);
  if (depth > limits.depth) return tooDeep(limits);
  if (fields > limits.fields)
    return clientError(
      'QUERY_TOO_LARGE',
      `This document asks for ${fields} fields; at most ${limits.fields} are allowed`,
    );
  if (aliases > limits.aliases)
    return clientError(
      'TOO_MANY_ALIASES',
      `This document has ${aliases} aliases; at most ${limits.aliases} are allowed`,
    );
  return undefined;
}

/** Also the answer to a document that is too deep even to be parsed. */
export const tooDeep = ({ depth }: Limits): ClientError =>
  clientError('QUERY_TOO_DEEP', `This document is nested too deeply; at most ${depth} levels are allowed`);

function sizeOf(document: DocumentNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measure = new Measure(fragments);
  const total = { ...nothing };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      add(total, measure.selections(definition.selectionSet));
  return total;
}

class Measure {
  #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  #known = new Map<string, Size>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  selections(set: SelectionSetNode): Size {
    const size = { ...nothing };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) add(size, this.#fragment(selection.name.value));
      else if (selection.kind === Kind.INLINE_FRAGMENT) add(size, this.selections(selection.selectionSet));
      else {
        const inner = selection.selectionSet ? this.selections(selection.selectionSet) : nothing;
        const aliases = inner.aliases + (selection.alias ? 1 : 0);
        add(size, { depth: inner.depth + 1, fields: inner.fields + 1, aliases });
      }
    }
    return size;
  }

  /** A fragment inside itself counts nothing: validation refuses it. */
  #fragment(name: string): Size {
    const known = this.#known.get(name);
    if (known) return known;
    this.#known.set(name, nothing);
    const fragment = this.#fragments.get(name);
    const size = fragment ? this.selections(fragment.selectionSet) : nothing;
    this.#known.set(name, size);
    return size;
  }
}

function add(size: Size, more: Size): void {
  size.depth = Math.max(size.depth, more.depth);
  size.fields += more.fields;
  size.aliases += more.aliases;
}
