import { Deadline } from '../engine/deadline.ts';
import { CommandError } from '../engine/errors.ts';
import { Turn } from '../wire/turn.ts';
import { cursorId } from './call.ts';
import type { Command } from './command.ts';

export const getMoreCommand: Command = {
  options: ['collection', 'batchSize'],
  run(call) {
    const id = cursorId(call.body['getMore']);
    const cursor = call.cursors.take(id, `${call.db}.${call.text('collection')}`);
    const turn = new Turn(new Deadline(call.engine.clock, call.maxTimeMS ?? cursor.maxTimeMS));
    return call.cursors.next(id, cursor, turn, call.count('batchSize') || undefined);
  },
};

export const killCursorsCommand: Command = {
  options: ['cursors'],
  run(call) {
    const ids = call.body['cursors'];
    if (!Array.isArray(ids)) throw new CommandError(14, `BSON field 'killCursors.cursors' must be an array`);
    const cursorsKilled = ids.filter((id) => call.cursors.close(cursorId(id)));
    const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};
