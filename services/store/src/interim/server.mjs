// MongoDB wire protocol (OP_MSG + legacy OP_QUERY hello) over TCP or a unix socket, in front of Engine.
import net from 'node:net';
import fs from 'node:fs';
import { deserialize, serialize, Long, ObjectId } from './bson.mjs';
import { Engine, N } from './engine.mjs';
import { decode, decodeTyped, encode } from './store.mjs';
import { fail } from './values.mjs';
import { wrap } from './agg.mjs';

const RO = { promoteBuffers: false };
/** raw slices of the documents inside body[key] (array) without decoding them */
function rawArray(b, key) {
  let p = 4; const end = b.length - 1;
  while (p < end) {
    const t = b[p++]; const s = p; while (b[p]) p++; const name = b.toString('utf8', s, p++);
    const len = size(b, t, p);
    if (name === key && t === 4) { const out = []; let q = p + 4; const e = p + len - 1; while (q < e) { const et = b[q++]; while (b[q]) q++; q++; const l = size(b, et, q); out.push(et === 3 ? b.subarray(q, q + l) : null); q += l; } return out; }
    p += len;
  }
}
function size(b, t, p) {
  switch (t) {
    case 1: case 9: case 17: case 18: return 8; case 2: case 13: case 14: return 4 + b.readInt32LE(p); case 3: case 4: case 15: return b.readInt32LE(p); case 5: return 5 + b.readInt32LE(p);
    case 6: case 10: case 127: case 255: return 0; case 7: return 12; case 8: return 1; case 16: return 4; case 19: return 16; case 12: return 4 + b.readInt32LE(p) + 12;
    case 11: { let q = p; while (b[q]) q++; q++; while (b[q]) q++; return q + 1 - p; }
    default: throw new Error('bson type ' + t);
  }
}
/** {cursor:{firstBatch|nextBatch:[raw...], id, ns}, ok:1} built from raw BSON buffers */
function cursorReply(field, batch, id, ns) {
  const docs = batch.map(d => (Buffer.isBuffer(d) ? d : encode(d)));
  const keys = docs.map((_, i) => Buffer.from(`\x03${i}\0`)); let alen = 5; for (let i = 0; i < docs.length; i++) alen += keys[i].length + docs[i].length;
  const tail = encode({ id: Long.fromNumber(id), ns }).subarray(4); // elements + 0
  const fh = Buffer.from(`\x04${field}\0`), clen = 4 + fh.length + alen + tail.length, ch = Buffer.from('\x03cursor\0'), ok = Buffer.from('\x01ok\0\0\0\0\0\0\0\xf0\x3f', 'latin1');
  const total = 4 + ch.length + clen + ok.length + 1, b = Buffer.allocUnsafe(total); let p = 0;
  p = b.writeInt32LE(total, p); p += ch.copy(b, p); p = b.writeInt32LE(clen, p); p += fh.copy(b, p); p = b.writeInt32LE(alen, p);
  for (let i = 0; i < docs.length; i++) { p += keys[i].copy(b, p); p += docs[i].copy(b, p); }
  b[p++] = 0; p += tail.copy(b, p); p += ok.copy(b, p); b[p++] = 0;
  return b;
}
let cursorSeq = 1;
export class WireServer {
  constructor(engine, { wireVersion = 21 } = {}) { this.e = engine; this.cursors = new Map(); this.retry = new Map(); this.wireVersion = wireVersion; this.conns = new Set(); this.n = 0; this.log = null; }
  listen(where) { // {port, host} or {path}
    this.server = net.createServer(s => this.serve(s));
    if (where.path) try { fs.unlinkSync(where.path); } catch { /* none */ }
    return new Promise((res, rej) => { this.server.once('error', rej); this.server.listen(where.path ? { path: where.path } : { port: where.port ?? 0, host: where.host ?? '127.0.0.1' }, () => { const a = this.server.address(); this.addr = typeof a === 'string' ? a : `${a.address}:${a.port}`; if (typeof a === 'string') fs.chmodSync(a, 0o600); res(this.addr); }); });
  }
  uri(db = 'test') { return `mongodb://${this.addr.startsWith('/') ? encodeURIComponent(this.addr) : this.addr}/${db}?directConnection=true`; }
  async close() { for (const s of this.conns) s.destroy(); await new Promise(r => this.server.close(r)); }
  serve(sock) {
    sock.setNoDelay?.(true); this.conns.add(sock); const st = { id: ++this.n }; let buf = Buffer.alloc(0), chain = Promise.resolve();
    sock.on('error', () => {}); sock.on('close', () => { this.conns.delete(sock); });
    sock.on('data', d => {
      buf = buf.length ? Buffer.concat([buf, d]) : d;
      while (buf.length >= 4) { const len = buf.readInt32LE(0); if (len < 16 || len > 50e6) return sock.destroy(); if (buf.length < len) break; const m = buf.subarray(0, len); buf = buf.subarray(len); chain = chain.then(() => this.message(sock, st, m)).catch(e => { console.error('wire', e); sock.destroy(); }); }
    });
  }
  async message(sock, st, m) {
    const reqId = m.readInt32LE(4), op = m.readInt32LE(12);
    if (op === 2004) { // OP_QUERY: handshake only
      let p = 20; while (m[p]) p++; const q = deserialize(m.subarray(p + 9), RO); const r = encode(await this.dispatch(st, { ...q, $db: 'admin' }, m.subarray(p + 9), {}));
      const h = Buffer.alloc(36); h.writeInt32LE(36 + r.length, 0); h.writeInt32LE(reqId, 8); h.writeInt32LE(1, 12); h.writeInt32LE(8, 16); h.writeInt32LE(1, 32); return void sock.write(Buffer.concat([h, r]));
    }
    if (op !== 2013) throw new Error('unsupported opcode ' + op);
    const flags = m.readUInt32LE(16); let p = 20, raw; const end = flags & 1 ? m.length - 4 : m.length, seqs = {};
    while (p < end) {
      const kind = m[p++];
      if (kind === 0) { const l = m.readInt32LE(p); raw = m.subarray(p, p + l); p += l; } else { const l = m.readInt32LE(p), stop = p + l; let q = p + 4; const s = q; while (m[q]) q++; const id = m.toString('utf8', s, q++); const docs = seqs[id] ??= []; while (q < stop) { const dl = m.readInt32LE(q); docs.push(m.subarray(q, q + dl)); q += dl; } p = stop; }
    }
    const cmd = deserialize(raw, RO); let r;
    try { r = await this.dispatch(st, cmd, raw, seqs); } catch (e) {
      const x = wrap(e).mongo; if (!x && this.log) this.log(e); if (!x) console.error(e);
      const { errorLabels, ...rest } = x ?? { code: 1, codeName: 'InternalError', errmsg: String(e.message) }; r = { ok: 0, ...rest, ...(errorLabels && { errorLabels }) };
    }
    if (flags & 2) return; // moreToCome: unacknowledged write
    const body = Buffer.isBuffer(r) ? r : encode(r), h = Buffer.allocUnsafe(21);
    h.writeInt32LE(21 + body.length, 0); h.writeInt32LE(0, 4); h.writeInt32LE(reqId, 8); h.writeInt32LE(2013, 12); h.writeUInt32LE(0, 16); h[20] = 0;
    sock.cork(); sock.write(h); sock.write(body); sock.uncork();
  }
  async dispatch(st, c, raw, seqs) {
    const name = Object.keys(c)[0], db = c.$db ?? 'test', f = CMD[name] ?? CMD[name.toLowerCase()];
    if (!f) throw fail(59, `no such command: '${name}'`);
    const lsid = c.lsid ? Buffer.from(c.lsid.id.buffer ?? c.lsid.id).toString('hex') : null, num = c.txnNumber !== undefined ? String(c.txnNumber) : null;
    const sess = lsid && c.autocommit === false ? { key: lsid, num, start: c.startTransaction === true } : null;
    const docs = key => seqs[key] ?? rawArray(raw, key) ?? [];
    const rk = !sess && lsid && num !== null ? lsid + num : null; // retryable write: replay the stored reply
    if (rk && this.retry.get(lsid)?.rk === rk) return this.retry.get(lsid).reply;
    const reply = await f.call(this, { st, c, db, coll: c[name], sess, docs, raw, lsid });
    if (rk) { this.retry.set(lsid, { rk, reply }); if (this.retry.size > 10000) this.retry.delete(this.retry.keys().next().value); }
    return reply;
  }
  cursor(x, it, ns, batchSize, field = 'firstBatch', id = 0, single = false) {
    const step = this.e.stepper(x.sess), want = batchSize ?? (field === 'firstBatch' ? 101 : Infinity); const batch = []; let bytes = 0, done = false;
    step(() => { while (batch.length < want && bytes < 16e6) { const n = it.next(); if (n.done) { done = true; break; } batch.push(n.value); bytes += Buffer.isBuffer(n.value) ? n.value.length : 200; } });
    if (single) done = true;
    if (!done) { if (!id) id = cursorSeq++; this.cursors.set(id, { it, ns, lsid: x.lsid, at: Date.now() }); } else { if (id) this.cursors.delete(id); id = 0; it.return?.(); }
    return cursorReply(field, batch, id, ns);
  }
}
const wr = (r, extra) => ({ n: r.n, ...extra, ...(r.writeErrors.length && { writeErrors: r.writeErrors }), ok: 1 });
const hello = function ({ st }) { const a = this.addr.startsWith('/') ? encodeURIComponent(this.addr) : this.addr; return { helloOk: true, ismaster: true, isWritablePrimary: true, secondary: false, setName: 'embedded', setVersion: 1, hosts: [a], primary: a, me: a, maxBsonObjectSize: 16777216, maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000, localTime: new Date(), logicalSessionTimeoutMinutes: 30, connectionId: st.id, minWireVersion: 0, maxWireVersion: this.wireVersion, readOnly: false, ok: 1 }; };
const updOps = docs => docs.map(b => { const p = decode(b), t = decodeTyped(b); return { ...p, u: t.u, arrayFilters: p.arrayFilters, c: p.c }; });
const CMD = {
  hello, ismaster: hello, isMaster: hello,
  ping: () => ({ ok: 1 }), endSessions({ c }) { for (const s of c.endSessions) this.e.endSession(Buffer.from(s.id.buffer).toString('hex')); return { ok: 1 }; }, refreshSessions: () => ({ ok: 1 }), startSession: () => ({ ok: 1 }), killSessions: () => ({ ok: 1 }), killAllSessions() { if (this.e.tx) this.e.endTx(false); return { ok: 1 }; },
  buildinfo: () => ({ version: '7.0.0', gitVersion: 'embedded', modules: [], versionArray: [7, 0, 0, 0], bits: 64, maxBsonObjectSize: 16777216, ok: 1 }),
  getparameter: () => ({ featureCompatibilityVersion: { version: '7.0' }, ok: 1 }), connectionstatus: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }), getlog: () => ({ totalLinesWritten: 0, log: [], ok: 1 }), hostinfo: () => ({ system: {}, ok: 1 }), getcmdlineopts: () => ({ argv: [], parsed: {}, ok: 1 }), serverstatus: () => ({ version: '7.0.0', process: 'embedded', storageEngine: { name: 'sqlite' }, ok: 1 }), atlasversion: () => { throw fail(59, "no such command: 'atlasVersion'"); },
  async find(x) { const { c, db } = x, it = this.e.find(db, c.find, { ...c, let: c.let }); return this.e.read(x.sess, () => this.cursor(x, it, `${db}.${c.find}`, N(c.batchSize), 'firstBatch', 0, c.singleBatch || N(c.limit) < 0)); },
  async aggregate(x) {
    const { c, db } = x, ns = `${db}.${c.aggregate === 1 ? '$cmd.aggregate' : c.aggregate}`, last = c.pipeline?.at?.(-1);
    if (c.collation && c.collation.locale !== 'simple') throw fail(115, 'collation is not supported by the embedded store');
    if (c.explain) return { ...(await this.e.read(x.sess, () => this.e.explain(db, c.aggregate, { filter: c.pipeline[0]?.$match }))), ok: 1 };
    if (last && (last.$out || last.$merge)) { await this.e.write(x.sess, () => this.e.writeOut(db, c.aggregate, c.pipeline, c.let)); return cursorReply('firstBatch', [], 0, ns); }
    const it = this.e.aggregate(db, c.aggregate, c.pipeline, c); return this.e.read(x.sess, () => this.cursor(x, it, ns, N(c.cursor?.batchSize)));
  },
  async getMore(x) { const id = Number(x.c.getMore), cur = this.cursors.get(id); if (!cur) throw fail(43, `cursor id ${id} not found`); return this.cursor(x, cur.it, cur.ns, N(x.c.batchSize) || undefined, 'nextBatch', id); },
  killCursors({ c }) { const k = c.cursors.filter(i => this.cursors.delete(Number(i))); return { cursorsKilled: k, cursorsNotFound: [], cursorsAlive: [], cursorsUnknown: [], ok: 1 }; },
  count: async function ({ c, db, sess }) { return { n: await this.e.read(sess, () => this.e.count(db, c.count, c)), ok: 1 }; },
  distinct: async function ({ c, db, sess }) { return { values: await this.e.read(sess, () => this.e.distinct(db, c.distinct, c.key, c.query, c.collation)), ok: 1 }; },
  async insert({ c, db, sess, docs }) { const r = await this.e.write(sess, () => this.e.insert(db, c.insert, docs('documents'), c)); return wr(r); },
  async update({ c, db, sess, docs }) { const r = await this.e.write(sess, () => this.e.update(db, c.update, updOps(docs('updates')).map(o => ({ ...o, c: o.c ?? c.let })), c)); return wr(r, { nModified: r.nModified, ...(r.upserted.length && { upserted: r.upserted }) }); },
  async delete({ c, db, sess, docs }) { const r = await this.e.write(sess, () => this.e.delete(db, c.delete, docs('deletes').map(b => ({ ...decode(b), let: c.let })), c)); return wr(r); },
  async findAndModify({ c, db, sess, raw }) { const t = decodeTyped(raw); const r = await this.e.write(sess, () => this.e.findAndModify(db, c.findAndModify, { ...c, update: t.update })); return { lastErrorObject: r.lastErrorObject, value: r.value && Buffer.isBuffer(r.value) ? decodeTyped(r.value) : r.value, ok: 1 }; },
  async createIndexes({ c, db, sess }) { return { ...(await this.e.write(sess, () => this.e.createIndexes(db, c.createIndexes, c.indexes))), ok: 1 }; },
  async dropIndexes({ c, db, sess }) { return { ...(await this.e.write(sess, () => this.e.dropIndexes(db, c.dropIndexes, c.index))), ok: 1 }; },
  async listIndexes(x) { const { c, db } = x; return this.e.read(x.sess, () => this.cursor(x, this.e.listIndexes(db, c.listIndexes)[Symbol.iterator](), `${db}.${c.listIndexes}`, N(c.cursor?.batchSize))); },
  async listCollections(x) { const { c, db } = x; return this.e.read(x.sess, () => this.cursor(x, this.e.listCollections(db, c.filter).map(i => (c.nameOnly ? { name: i.name, type: i.type } : i))[Symbol.iterator](), `${db}.$cmd.listCollections`, N(c.cursor?.batchSize))); },
  async create({ c, db, sess }) { const { create, $db, lsid, $clusterTime, writeConcern, txnNumber, autocommit, startTransaction, $readPreference, ...opts } = c; await this.e.write(sess, () => this.e.create(db, create, opts)); return { ok: 1 }; },
  async drop({ c, db, sess }) { return { ...(await this.e.write(sess, () => this.e.drop(db, c.drop))), ok: 1 }; },
  async dropDatabase({ db, sess }) { await this.e.write(sess, () => this.e.dropDatabase(db)); return { dropped: db, ok: 1 }; },
  async renameCollection({ c, sess }) { const sp = n => [n.slice(0, n.indexOf('.')), n.slice(n.indexOf('.') + 1)]; await this.e.write(sess, () => this.e.rename(...sp(c.renameCollection), ...sp(c.to), c.dropTarget)); return { ok: 1 }; },
  async listDatabases({ c }) { const d = (await this.e.read(null, () => this.e.listDatabases())); return { databases: c.nameOnly ? d.map(x => ({ name: x.name })) : d, totalSize: d.reduce((a, b) => a + b.sizeOnDisk, 0), ok: 1 }; },
  async explain({ c, db, sess }) { const q = c.explain; const coll = q.find ?? q.aggregate ?? q.count ?? q.distinct; return { queryPlanner: { namespace: `${db}.${coll}`, winningPlan: await this.e.read(sess, () => this.e.explain(db, coll, q)) }, ok: 1 }; },
  async collStats({ c, db }) { return { ns: `${db}.${c.collStats}`, count: await this.e.read(null, () => this.e.count(db, c.collStats)), ok: 1 }; }, dbStats: ({ db }) => ({ db, ok: 1 }),
  commitTransaction({ sess }) { if (!sess) throw fail(125, 'commitTransaction outside transaction'); this.e.commit(sess); return { ok: 1 }; },
  abortTransaction({ sess }) { if (!sess) throw fail(125, 'abortTransaction outside transaction'); this.e.abort(sess); return { ok: 1 }; },
  async bulkWrite(x) { // MongoDB 8.0 client.bulkWrite
    const { c, sess, docs } = x, ns = docs('nsInfo').map(b => { const n = decode(b).ns; return [n.slice(0, n.indexOf('.')), n.slice(n.indexOf('.') + 1)]; }), ops = docs('ops'), out = []; let nErrors = 0, t = { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };
    await this.e.write(sess, () => { for (let i = 0; i < ops.length; i++) {
      const o = decode(ops[i]), ty = decodeTyped(ops[i]), k = Object.keys(o)[0], [d, n] = ns[o[k]]; let r, row = { ok: 1, idx: i, n: 0 };
      if (k === 'insert') { r = this.e.insert(d, n, [encode(ty.document)]); row.n = r.n; t.nInserted += r.n; }
      else if (k === 'update') { r = this.e.update(d, n, [{ ...o, q: o.filter, u: ty.updateMods, c: o.constants ?? c.let }]); row.n = r.n; row.nModified = r.nModified; const u = r.upserted[0]; if (u) { row.upserted = { _id: u._id }; t.nUpserted++; } else t.nMatched += r.n; t.nModified += r.nModified; }
      else { r = this.e.delete(d, n, [{ ...o, q: o.filter, limit: o.multi ? 0 : 1, let: c.let }]); row.n = r.n; t.nDeleted += r.n; }
      if (r.writeErrors.length) { nErrors++; const { index, ...e } = r.writeErrors[0]; out.push({ ok: 0, idx: i, ...e, n: 0 }); if (c.ordered !== false) break; } else if (!c.errorsOnly) out.push(row);
    } return { writeErrors: nErrors ? [1] : [] }; });
    const body = { cursor: { firstBatch: out, id: Long.fromNumber(0), ns: 'admin.$cmd.bulkWrite' } }; return { ...body, nErrors, ...t, ok: 1 };
  },
};
export async function startServer({ file, path, port, host, ...opts } = {}) { const engine = new Engine({ file, ...opts }); const s = new WireServer(engine, opts); await s.listen(path ? { path } : { port, host }); return s; }
if (process.argv[1] && import.meta.url === new URL(`file://${process.argv[1]}`).href) {
  const [file = ':memory:', where = '27777', sync = 'NORMAL', wv = '21'] = process.argv.slice(2);
  const s = await startServer({ file, synchronous: sync, wireVersion: +wv, ttlMs: +(process.env.TTL_MS ?? 60000), ...(where.startsWith('/') ? { path: where } : { port: +where }) });
  console.log(s.uri()); const bye = async () => { await s.close(); s.e.close(); process.exit(0); }; process.on('SIGTERM', bye); process.on('SIGINT', bye);
}
