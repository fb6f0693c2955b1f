import { createCommand, dropCommand, dropDatabaseCommand, listCollectionsCommand } from './collections.ts';
import type { Command } from './command.ts';
import { getMoreCommand, killCursorsCommand } from './cursors.ts';
import { explainCommand } from './explain.ts';
import { findAndModifyCommand } from './findAndModify.ts';
import {
  buildInfoCommand,
  endSessionsCommand,
  helloCommand,
  pingCommand,
  serverStatusCommand,
} from './handshake.ts';
import { createIndexesCommand, dropIndexesCommand, listIndexesCommand } from './indexes.ts';
import { aggregateCommand, countCommand, distinctCommand, findCommand } from './reads.ts';
import { deleteCommand, insertCommand, updateCommand } from './writes.ts';

/** All that the server does, by name. */
export const commands = new Map<string, Command>(
  Object.entries({
    hello: helloCommand,
    ismaster: helloCommand,
    isMaster: helloCommand,
    ping: pingCommand,
    buildInfo: buildInfoCommand,
    buildinfo: buildInfoCommand,
    serverStatus: serverStatusCommand,
    endSessions: endSessionsCommand,
    find: findCommand,
    aggregate: aggregateCommand,
    count: countCommand,
    distinct: distinctCommand,
    getMore: getMoreCommand,
    killCursors: killCursorsCommand,
    explain: explainCommand,
    insert: insertCommand,
    update: updateCommand,
    delete: deleteCommand,
    findAndModify: findAndModifyCommand,
    create: createCommand,
    drop: dropCommand,
    dropDatabase: dropDatabaseCommand,
    listCollections: listCollectionsCommand,
    createIndexes: createIndexesCommand,
    dropIndexes: dropIndexesCommand,
    listIndexes: listIndexesCommand,
  }),
);
