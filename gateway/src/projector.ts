import {
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { FieldGroup, SelectionReader } from './selectionReader.ts';
import { jsonText, quote } from './jsonText.ts';
import type { Json } from './run.ts';
import type { ClientError } from './clientError.ts';

/** Where the writer is, and what it found wrong on the way. */
export interface Trail {
  path: (string | number)[];
  violations: ClientError[];
}
/** JSON text, or undefined for a null that has been reported already. */
export type Write = (value: Json, trail: Trail) => string | undefined;

interface Field {
  name: string;
  label: string;
  required: boolean;
  write: Write;
}

/**
 * Compiles (operation × API schema) into a function that writes the response's `data` as JSON text straight from the
 * merged subgraph data: fields in the order GraphQL prescribes, nulls propagated, leaves checked. It reports what
 * computeResponse of @apollo/gateway reports, but never builds the response as objects.
 */
export class Projector {
  #schema: GraphQLSchema;
  #reader: SelectionReader;

  constructor(schema: GraphQLSchema, reader: SelectionReader) {
    this.#schema = schema;
    this.#reader = reader;
  }

  /** Writes objects declared as `declared`; `__typename` in the data tells what they are, if that is narrower. */
  object(declared: GraphQLCompositeType, selections: readonly SelectionSetNode[], parent = ''): Write {
    const byType = new Map<string | undefined, Field[]>();
    return (value, trail) => {
      if (value === null || value === undefined) return 'null';
      const typename: string | undefined = value.__typename;
      let fields = byType.get(typename);
      if (!fields) {
        fields = this.#fieldsOf(typename, declared, selections);
        if (fields) byType.set(typename, fields);
      }
      if (!fields) return violation(trail, 'Invalid __typename found for object at', declared, parent);
      let text = '{';
      for (let i = 0; i < fields.length; i++) {
        const { name, label, required, write } = fields[i]!;
        trail.path.push(name);
        const written = write(value[name], trail);
        trail.path.pop();
        if (written === undefined && required) return undefined;
        text += label + (written ?? 'null');
      }
      return `${text}}`;
    };
  }

  #fieldsOf(
    typename: string | undefined,
    declared: GraphQLCompositeType,
    selections: readonly SelectionSetNode[],
  ): Field[] | undefined {
    const type = typename === undefined ? declared : this.#schema.getType(typename);
    if (!isCompositeType(type)) return undefined;
    const ownName = isObjectType(type) ? quote(type.name) : undefined;
    return this.#reader.fields(type, declared, selections).map((group, i) => ({
      name: group.responseName,
      label: `${i ? ',' : ''}${JSON.stringify(group.responseName)}:`,
      required: isNonNullType(group.type),
      write: group.isTypename ? () => ownName : this.#value(group.type, group),
    }));
  }

  #value(type: GraphQLOutputType, group: FieldGroup): Write {
    const parent = group.parent.name;
    if (isNonNullType(type)) {
      const inner = this.#value(type.ofType, group);
      return (value, trail) => {
        const written = inner(value, trail);
        return written !== 'null'
          ? written
          : violation(trail, 'Cannot return null for non-nullable', type.ofType, parent);
      };
    }
    if (isListType(type)) return this.#list(type.ofType, group);
    if (isCompositeType(type)) return this.object(type, group.selections, parent);
    const isValid = leafCheck(type);
    return (value, trail) => {
      if (value === null || value === undefined) return 'null';
      return isValid(value) ? jsonText(value) : violation(trail, 'Invalid value found for', type, parent);
    };
  }

  #list(itemType: GraphQLOutputType, group: FieldGroup): Write {
    const item = this.#value(itemType, group),
      required = isNonNullType(itemType);
    return (value, trail) => {
      if (value === null || value === undefined) return 'null';
      if (!Array.isArray(value))
        return violation(trail, 'Invalid non-list value found for', itemType, group.parent.name);
      let text = '[',
        failed = false;
      for (let i = 0; i < value.length; i++) {
        trail.path.push(i);
        const written = item(value[i], trail);
        trail.path.pop();
        if (written === undefined && required) failed = true;
        text += (i ? ',' : '') + (written ?? 'null');
      }
      return failed ? undefined : `${text}]`;
    };
  }
}

function leafCheck(type: GraphQLLeafType): (value: Json) => boolean {
  if (isEnumType(type)) return (value) => typeof value === 'string' && type.getValue(value) !== undefined;
  if (!isSpecifiedScalarType(type)) return () => true;
  switch (type.name) {
    case 'Int':
      return Number.isInteger;
    case 'Float':
      return Number.isFinite;
    case 'Boolean':
      return (value) => typeof value === 'boolean';
    case 'ID':
      return (value) => typeof value === 'string' || Number.isInteger(value);
    default:
      return (value) => typeof value === 'string';
  }
}

function violation(trail: Trail, what: string, type: GraphQLOutputType, parent: string): undefined {
  const last = trail.path.at(-1);
  const where =
    typeof last === 'string' ? `field ${parent}.${last}` : `array element of type ${type} at index ${last}`;
  trail.violations.push({
    message: `${what} ${where}.`,
    path: [...trail.path],
    extensions: { code: 'INVALID_GRAPHQL' },
  });
}
