import { MAX_DOCUMENT_BYTES } from '../engine/documents.ts';
import { CommandError } from '../engine/errors.ts';
import { sessionId } from './call.ts';
import type { Command } from './command.ts';
import { MAX_MESSAGE_BYTES } from '../wire/frames.ts';

const SESSION_MINUTES = 30;
/** MongoDB 7.0's, whose commands a client may therefore send. */
const WIRE_VERSION = 21;
const VERSION = [7, 0, 0, 0];
const VERSION_TEXT = VERSION.slice(0, 3).join('.');

/** A replica set of one: clients then use sessions and retry writes. */
export const helloCommand: Command = {
  options: [
    'helloOk',
    'client',
    'compression',
    'saslSupportedMechs',
    'speculativeAuthenticate',
    'loadBalanced',
    'topologyVersion',
    'maxAwaitTimeMS',
    'backpressure',
  ],
  run(call) {
    return {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      secondary: false,
      setName: 'embedded',
      setVersion: 1,
      hosts: ['embedded:27017'],
      primary: 'embedded:27017',
      me: 'embedded:27017',
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: 100_000,
      localTime: new Date(call.engine.clock.wall()),
      logicalSessionTimeoutMinutes: SESSION_MINUTES,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    };
  },
};

export const pingCommand: Command = { options: [], run: () => ({}) };

export const buildInfoCommand: Command = {
  options: [],
  run: () => ({
    version: VERSION_TEXT,
    versionArray: VERSION,
    modules: [],
    bits: 64,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    storageEngines: ['sqlite'],
  }),
};

export const endSessionsCommand: Command = {
  options: [],
  run(call) {
    const sessions = call.body['endSessions'];
    if (!Array.isArray(sessions)) throw new CommandError(14, 'endSessions takes an array of sessions');
    return call.engine.writer.run(() => {
      for (const session of sessions) {
        const id = sessionId(session);
        if (id) call.engine.retries.forget(id);
      }
      return {};
    }, false);
  },
};

export const serverStatusCommand: Command = {
  options: [],
  run: ({ cursors }) => ({
    version: VERSION_TEXT,
    process: 'embedded',
    pid: process.pid,
    metrics: { cursor: { open: cursors.size } },
  }),
};
