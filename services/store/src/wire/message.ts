import { deserialize } from '../engine/bson.ts';
import type { Doc } from '../engine/documents.ts';
import { decodeTyped } from '../engine/documents.ts';
import { CommandError } from '../engine/errors.ts';

const OP_MSG = 2013;
const OP_QUERY = 2004;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const KNOWN_REQUIRED_FLAGS = CHECKSUM_PRESENT | MORE_TO_COME;
const HEADER_BYTES = 16;
const MAX_SECTIONS = 16;

/** Lists of whole documents stay encoded: each is decoded by who stores or applies it. */
const RAW_LISTS = { documents: true, updates: true, deletes: true };
const LISTED = ['insert', 'update', 'delete'];

/** What a message says about its answer. */
export interface Envelope {
  requestId: number;
  /** OP_QUERY asks for OP_REPLY; only handshakes still use it. */
  legacy: boolean;
  /** False when the client waits for no answer. */
  answered: boolean;
}

/** A command as a client sent it. */
export interface Message {
  /** The command, by its first field's name. */
  name: string;
  body: Doc;
  raw: Buffer;
  /** Lists of documents beside the body, by name. */
  sequences: Map<string, Buffer[]>;
}

/** Reads a message's head. @throws Error for an unknown one, after which the connection can only be closed */
export function readEnvelope(frame: Buffer): Envelope {
  const requestId = frame.readInt32LE(4);
  const operation = frame.readInt32LE(12);
  if (operation === OP_QUERY) return { requestId, legacy: true, answered: true };
  if (operation !== OP_MSG) throw new Error(`unknown operation ${operation}`);
  const flags = frame.readUInt32LE(HEADER_BYTES);
  if ((flags & 0xffff & ~KNOWN_REQUIRED_FLAGS) !== 0) throw new Error('unknown flags');
  return { requestId, legacy: false, answered: (flags & MORE_TO_COME) === 0 };
}

/** Reads a message's command. @throws CommandError when it is malformed */
export function readMessage(frame: Buffer, { legacy }: Envelope): Message {
  if (legacy) return readQuery(frame);
  const hasChecksum = (frame.readUInt32LE(HEADER_BYTES) & CHECKSUM_PRESENT) !== 0;
  return readSections(frame.subarray(HEADER_BYTES + 4, hasChecksum ? -4 : undefined));
}

/** The body with its numbers typed, for values that will be stored. */
export function typedBody({ raw }: Message): Doc {
  return decodeTyped(raw);
}

function readQuery(frame: Buffer): Message {
  const name = cstring(frame, HEADER_BYTES + 4);
  const raw = documentAt(frame, name.end + 8);
  const command = readBody(raw);
  command.body['$db'] ??= 'admin';
  return { ...command, raw, sequences: new Map() };
}

function readSections(bytes: Buffer): Message {
  const sequences = new Map<string, Buffer[]>();
  let raw: Buffer | undefined;
  let sections = 0;
  for (let at = 0; at < bytes.length;) {
    if (++sections > MAX_SECTIONS) throw malformed('too many sections');
    const kind = bytes[at++];
    const section = kind === 0 ? documentAt(bytes, at) : sliceAt(bytes, at);
    at += section.length;
    if (kind === 0 && !raw) raw = section;
    else if (kind === 1) readSequence(section, sequences);
    else throw malformed(`unexpected section of kind ${kind}`);
  }
  if (!raw) throw malformed('a message without a body');
  return { ...readBody(raw), raw, sequences };
}

function readSequence(section: Buffer, sequences: Map<string, Buffer[]>): void {
  const { text, end } = cstring(section, 4);
  const documents: Buffer[] = [];
  for (let at = end; at < section.length; at += documents.at(-1)!.length)
    documents.push(documentAt(section, at));
  if (sequences.has(text)) throw malformed(`two sequences named ${text}`);
  sequences.set(text, documents);
}

function readBody(raw: Buffer): { name: string; body: Doc } {
  const name = raw.length > 5 ? cstring(raw, 5).text : '';
  const lists = LISTED.includes(name) ? { fieldsAsRaw: RAW_LISTS } : {};
  try {
    return {
      name,
      body: deserialize(raw, { promoteBuffers: false, promoteLongs: false, bsonRegExp: true, ...lists }),
    };
  } catch (error) {
    throw new CommandError(22, `Invalid BSON: ${(error as Error).message}`);
  }
}

function documentAt(bytes: Buffer, at: number): Buffer {
  const document = sliceAt(bytes, at);
  if (document.length < 5 || document.at(-1) !== 0) throw malformed('a document without an end');
  return document;
}

/** Bytes that begin with their own number. */
function sliceAt(bytes: Buffer, at: number): Buffer {
  const length = at + 4 <= bytes.length ? bytes.readInt32LE(at) : 0;
  if (length < 4 || at + length > bytes.length) throw malformed('a length beyond the message');
  return bytes.subarray(at, at + length);
}

function cstring(bytes: Buffer, at: number): { text: string; end: number } {
  const zero = bytes.indexOf(0, at);
  if (zero === -1) throw malformed('a name without an end');
  return { text: bytes.toString('utf8', at, zero), end: zero + 1 };
}

function malformed(what: string): CommandError {
  return new CommandError(22, `Malformed message: ${what}`);
}
