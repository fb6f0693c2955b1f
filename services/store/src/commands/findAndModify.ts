import { asBuffer, decode, encode } from '../engine/documents.ts';
import type { Doc } from '../engine/documents.ts';
import { CommandError } from '../engine/errors.ts';
import { validate } from '../engine/find.ts';
import { change, upsert } from '../engine/modify.ts';
import { compileFindProjection } from '../engine/projection.ts';
import { compileUpdate } from '../engine/update.ts';
import { encodeWith } from '../wire/encodeReply.ts';
import { typedBody } from '../wire/message.ts';
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import { rowsToChange } from './writes.ts';

/** Finds one document and removes or updates it; answers it as it was, or as it is with `new`. */
export const findAndModifyCommand: Command = {
  options: [
    'query',
    'sort',
    'hint',
    'fields',
    'remove',
    'update',
    'upsert',
    'new',
    'bypassDocumentValidation',
  ],
  run(call) {
    const { body } = call;
    const query = { filter: call.doc('query'), sort: body['sort'], hint: body['hint'], limit: 1 };
    const project = compileFindProjection(body['fields']);
    const shown = (raw: Buffer) => (project ? encode(project(decode(raw))) : raw);
    validate(query);
    if (body['remove'] === true) {
      if (body['update'] !== undefined)
        throw new CommandError(9, 'Cannot specify both an update and remove=true');
      return call.write(() => removeOne(call, query, shown));
    }
    const { update: source, query: seed } = typedBody(call.message);
    if (source === undefined) throw new CommandError(9, 'Either an update or remove=true must be specified');
    const apply = compileUpdate(source);
    return call.write(() => {
      const now = new Date(call.engine.clock.wall());
      const collection =
        body['upsert'] === true ? call.engine.catalog.obtain(call.db, call.target) : call.collection;
      const [row] = collection ? rowsToChange(call, collection, query) : [];
      if (collection && row) {
        const { raw } = change(collection, row, apply, now);
        return answer({ n: 1, updatedExisting: true }, shown(body['new'] === true ? raw : asBuffer(row.d)));
      }
      if (!collection || body['upsert'] !== true) return answer({ n: 0, updatedExisting: false });
      const { raw, id } = upsert(collection, (seed ?? {}) as Doc, source, apply, now);
      return answer(
        { n: 1, updatedExisting: false, upserted: id },
        body['new'] === true ? shown(raw) : undefined,
      );
    });
  },
};

function removeOne(
  call: Call,
  query: { filter: Doc; limit: number },
  shown: (raw: Buffer) => Buffer,
): Buffer {
  const { collection } = call;
  const [row] = collection ? rowsToChange(call, collection, query) : [];
  if (!collection || !row) return answer({ n: 0 });
  collection.remove(row);
  return answer({ n: 1 }, shown(asBuffer(row.d)));
}

function answer(lastErrorObject: Doc, value?: Buffer): Buffer {
  if (!value) return encode({ lastErrorObject, value: null, ok: 1 });
  return encodeWith({ lastErrorObject, ok: 1 }, 'value', value);
}
