import { once } from 'node:events';
import { connect } from 'node:net';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { encode } from '../engine/documents.ts';
import { Random } from '../engine/testing/random.ts';
import { testServer } from './testing/testServer.ts';
import type { TestServer } from './testing/testServer.ts';

const ROUNDS = process.env['SOAK'] ? 3_000 : 60;

test('bytes that are no message end their connection and no other', async () => {
  const running = await testServer();
  const random = new Random(7);
  for (const bytes of [
    header(0x7fffffff, 2013),
    header(-1, 2013),
    header(3, 2013),
    header(16, 2013),
    header(16, 9999),
    Buffer.concat([header(20, 2013), flags(0x8000)]),
    Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'),
  ]) {
    expect(await exchange(running, bytes)).toBe('closed');
  }
  for (let i = 0; i < ROUNDS; i++) {
    const garbage = Buffer.from(Array.from({ length: 16 + random.below(200) }, () => random.below(256)));
    garbage.writeInt32LE(garbage.length, 0);
    if (random.chance(0.7)) garbage.writeInt32LE(2013, 12);
    await exchange(running, garbage);
  }
  expect(await running.db.command({ ping: 1 })).toEqual({ ok: 1 });
  expect(running.failures).toEqual([]);
});

test('a malformed command is answered with an error and the connection goes on', async () => {
  const running = await testServer();
  const good = encode({ ping: 1, $db: 'test' });
  const truncated = Buffer.from(good);
  truncated.writeInt32LE(good.length + 40, 0);
  const unterminated = Buffer.concat([Buffer.from([14, 0, 0, 0, 2, 112, 0, 99, 0, 0, 0, 120, 0, 0])]);
  for (const body of [
    truncated,
    unterminated,
    encode({}),
    encode({ ping: 1 }),
    encode({ find: 1, $db: 'test' }),
  ]) {
    const reply = await exchange(running, message(Buffer.from([0]), body));
    expect(reply).toContain('errmsg');
  }
  expect(await exchange(running, message(Buffer.from([7]), good))).toContain('Malformed message');
  expect(await exchange(running, message(Buffer.from([0]), good))).toContain('ok');
  expect(running.failures).toEqual([]);
});

test('a changed byte anywhere in a command harms nobody else', async () => {
  const running = await testServer();
  await running.db
    .collection('c')
    .insertMany(Array.from({ length: 5 }, (_, i) => ({ _id: i as never, a: [i, { b: 'x' }] })));
  const random = new Random(11);
  const command = encode({
    find: 'c',
    filter: { a: { $gte: 1, $elemMatch: { b: /x/i } }, $or: [{ 'a.0': 1 }, { d: new Date(0) }] },
    sort: { a: 1 },
    projection: { 'a.b': 1 },
    $db: 'test',
  });
  for (let i = 0; i < ROUNDS; i++) {
    const body = Buffer.from(command);
    body[4 + random.below(body.length - 5)] = random.below(256);
    await exchange(running, message(Buffer.from([0]), body));
  }
  expect(await running.db.collection('c').countDocuments()).toBe(5);
  expect(running.failures).toEqual([]);
});

test('a message may come in pieces, and several in one', async () => {
  const running = await testServer();
  const ping = message(Buffer.from([0]), encode({ ping: 1, $db: 'test' }));
  const socket = connect(running.server.port!, '127.0.0.1');
  const replies: Buffer[] = [];
  socket.on('data', (chunk) => replies.push(chunk));
  for (const byte of ping) socket.write(Buffer.from([byte]));
  socket.write(Buffer.concat(Array.from({ length: 50 }, () => ping)));
  const wanted = 51 * (21 + encode({ ok: 1 }).length);
  while (Buffer.concat(replies).length < wanted) await once(socket, 'data');
  expect(Buffer.concat(replies).length).toBe(wanted);
  socket.destroy();
});

test('a document over 16 MiB is refused, and one just below is kept', async () => {
  const { db } = await testServer();
  const tooLarge = { insert: 'c', documents: [{ _id: 1, x: Buffer.alloc(16 * 1024 * 1024) }] };
  expect(await db.command(tooLarge)).toMatchObject({ n: 0, writeErrors: [{ index: 0, code: 10334 }] });
  await db.collection('c').insertOne({ _id: 2 as never, x: Buffer.alloc(16 * 1024 * 1024 - 100) });
  await expect(
    db.collection('c').updateOne({ _id: 2 as never }, { $set: { y: 'y'.repeat(200) } }),
  ).rejects.toMatchObject({ code: 17419 });
  expect(await db.collection('c').countDocuments()).toBe(1);
});

test('with a password, only who knows it is served', async () => {
  const { db, uri, server } = await testServer({ password: 'correct horse' });
  expect(await db.command({ ping: 1 })).toEqual({ ok: 1 });
  expect(await db.collection('c').insertOne({ a: 1 })).toMatchObject({ acknowledged: true });
  for (const wrong of [
    uri.replace('horse', 'house'),
    `mongodb://127.0.0.1:${server.port}/test?directConnection=true`,
  ]) {
    const client = new MongoClient(wrong, { serverSelectionTimeoutMS: 2_000 });
    const outcome = client.db('test').collection('c').findOne({});
    await expect(outcome).rejects.toMatchObject({ code: wrong.includes('house') ? 18 : 13 });
    await client.close();
  }
});

/** Sends bytes on a connection of their own. @returns the text of what comes back, or 'closed' */
async function exchange({ server }: TestServer, bytes: Buffer): Promise<string> {
  const socket = connect(server.port!, '127.0.0.1');
  try {
    socket.on('error', () => {});
    socket.end(bytes);
    let text = '';
    for await (const chunk of socket) text += (chunk as Buffer).toString('latin1');
    return text === '' ? 'closed' : text;
  } catch {
    return 'closed';
  } finally {
    socket.destroy();
  }
}

function header(length: number, operation: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(operation, 12);
  return bytes;
}

function flags(bits: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(bits, 0);
  return bytes;
}

function message(kind: Buffer, body: Buffer): Buffer {
  return Buffer.concat([header(20 + kind.length + body.length, 2013), flags(0), kind, body]);
}
