import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Binary } from '../engine/bson.ts';
import { Call } from '../commands/call.ts';
import { checkOptions } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { encode } from '../engine/documents.ts';
import type { Doc } from '../engine/documents.ts';
import type { Engine } from '../engine/engine.ts';
import { CommandError, refuse } from '../engine/errors.ts';
import type { Cursors } from './cursors.ts';
import { Frames } from './frames.ts';
import { readEnvelope, readMessage } from './message.ts';
import type { Envelope, Message } from './message.ts';
import { ScramExchange } from './scram.ts';
import type { Verifier } from './scram.ts';

/** A stranger's messages are no longer than a handshake. */
const MAX_STRANGER_BYTES = 64 * 1024;
/** A client that sends ahead of the answers is no longer read from. */
const MAX_WAITING = 8;
const STRANGERS_COMMANDS = ['hello', 'ismaster', 'isMaster', 'ping', 'saslStart', 'saslContinue'];
const OP_MSG = 2013;
const OP_REPLY = 1;

/** What all connections of a server share. */
export interface Served {
  engine: Engine;
  cursors: Cursors;
  /** The account that a client must prove to be; without one all are trusted. */
  verifier: Verifier | undefined;
  /** Told about failures that are the server's own. */
  onInternalError: (error: unknown) => void;
}

/** Serves one client: its messages are answered one after the other. */
export class Connection {
  readonly #served: Served;
  readonly #socket: Socket;
  readonly #frames = new Frames();
  readonly #waiting: Buffer[] = [];
  #working = false;
  #trusted: boolean;
  #exchange: ScramExchange | undefined;

  constructor(served: Served, socket: Socket) {
    this.#served = served;
    this.#socket = socket;
    this.#trusted = served.verifier === undefined;
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  #receive(chunk: Buffer): void {
    try {
      this.#waiting.push(...this.#frames.push(chunk, this.#trusted ? undefined : MAX_STRANGER_BYTES));
    } catch {
      this.#socket.destroy();
      return;
    }
    if (this.#waiting.length > MAX_WAITING) this.#socket.pause();
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      for (let frame = this.#waiting.shift(); frame; frame = this.#waiting.shift()) {
        if (this.#socket.destroyed) return;
        await this.#serve(frame);
        if (this.#waiting.length <= MAX_WAITING) this.#socket.resume();
      }
    } catch {
      this.#socket.destroy();
    } finally {
      this.#working = false;
    }
  }

  async #serve(frame: Buffer): Promise<void> {
    const envelope = readEnvelope(frame);
    const reply = await this.#answer(frame, envelope);
    if (!envelope.answered || this.#socket.destroyed) return;
    if (!this.#socket.write(frameReply(envelope, reply))) await once(this.#socket, 'drain');
  }

  async #answer(frame: Buffer, envelope: Envelope): Promise<Buffer> {
    try {
      const answer = await this.#run(readMessage(frame, envelope));
      return Buffer.isBuffer(answer) ? answer : encode({ ...answer, ok: 1 });
    } catch (error) {
      if (error instanceof CommandError) return encode({ ok: 0, ...error.answer() });
      if (error instanceof RangeError && error.message.includes('call stack')) {
        return encode({
          ok: 0,
          ...new CommandError(15, 'the document or command is nested too deeply').answer(),
        });
      }
      if (!this.#socket.destroyed) this.#served.onInternalError(error);
      return encode({
        ok: 0,
        ...new CommandError(1, `internal error: ${(error as Error).message}`).answer(),
      });
    }
  }

  #run(message: Message): Doc | Buffer | Promise<Doc | Buffer> {
    const { name, body } = message;
    if (!this.#trusted && !STRANGERS_COMMANDS.includes(name)) {
      throw new CommandError(13, `command ${name} requires authentication`);
    }
    if (name === 'saslStart' || name === 'saslContinue') return this.#authenticate(name, body);
    const command = commands.get(name);
    if (!command) throw refuse(`the command ${name}`);
    checkOptions(name, body, command);
    return command.run(new Call(this.#served.engine, this.#served.cursors, message));
  }

  #authenticate(name: string, body: Doc): Doc {
    const { verifier } = this.#served;
    const { payload, mechanism } = body;
    if (!verifier || !(payload instanceof Binary)) throw new CommandError(18, 'Authentication failed.');
    const text = Buffer.from(payload.buffer).toString('utf8');
    if (name === 'saslStart') {
      if (mechanism !== 'SCRAM-SHA-256') throw refuse(`the authentication mechanism ${String(mechanism)}`);
      this.#exchange = new ScramExchange(verifier, text);
      return sasl(this.#exchange.challenge, false);
    }
    const proof = this.#exchange?.finish(text);
    this.#exchange = undefined;
    if (proof === undefined) throw new CommandError(18, 'Authentication failed.');
    this.#trusted = true;
    return sasl(proof, true);
  }
}

function sasl(text: string, done: boolean): Doc {
  return { conversationId: 1, done, payload: new Binary(Buffer.from(text)) };
}

function frameReply({ requestId, legacy }: Envelope, body: Buffer): Buffer {
  const header = Buffer.alloc(legacy ? 36 : 21);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(requestId, 8);
  header.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) header.writeInt32LE(1, 32);
  return Buffer.concat([header, body]);
}
