import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { apiSdl } from '@pictor/schema';
import type {
  BenchmarkInput,
  CompleteTaskInput,
  ComplianceCheckInput,
  ConnectionInput,
  CreateFrameUploadInput,
  CreateResultUploadInput,
  EngineInput,
  EnrolWorkerInput,
  FailTaskInput,
  HardwareInput,
  FrameFormat,
  Intent,
  ProgressInput,
  ReadingInput,
} from '../src/generated/graphql.ts';

interface FakeTask {
  readonly id: string;
  readonly input: Buffer;
  readonly band?: { width: number; height: number; keepTop: number; keepHeight: number };
  readonly render?: {
    frames: number[];
    width: number;
    height: number;
    samples: number;
    format: FrameFormat;
  };
  /** The assets of frames of the current attempt, by frame. */
  readonly frames: Map<number, string>;
  state: 'QUEUED' | 'RUNNING' | 'REPORTED' | 'FAILED';
  attempt?: { id: string; token: string; slot: number };
}

/**
 * A platform of one worker that answers by the real contract, in memory, over real sockets. It checks what an agent
 * must prove, and can fail in the ways a platform does.
 */
export class FakePlatform {
  readonly credential = 'credential-of-the-worker';
  readonly tasks: FakeTask[] = [];
  readonly heartbeats: string[] = [];
  readonly hardware: HardwareInput[] = [];
  readonly readings = new Map<string, ReadingInput>();
  readonly benchmarks: BenchmarkInput[] = [];
  readonly compliance: ComplianceCheckInput[][] = [];
  readonly connectionSpeeds: ConnectionInput[] = [];
  readonly progress: ProgressInput[] = [];
  readonly completed: CompleteTaskInput[] = [];
  readonly failed: FailTaskInput[] = [];
  readonly runs: string[] = [];
  readonly uploads = new Map<string, Buffer>();
  /** What each slot last said that it can do. */
  readonly engines = new Map<number, EngineInput[]>();
  /** Every frame that was uploaded, in its order. */
  readonly frameUploads: number[] = [];
  /** How often inputs were fetched. */
  downloads = 0;
  /** Names of operations whose next answer is lost with the connection. */
  readonly loseAnswers = new Set<string>();
  /** What operations are refused with, by name. */
  readonly refusals = new Map<string, string>();
  /** Statuses that file requests are refused with, one after the other. */
  readonly fileRefusals: number[] = [];
  intent: Intent = 'RUN';
  publicKey: string | undefined;
  enrolmentToken = 'token';
  #reject: { code: number; reason: string } | undefined;
  #down = false;
  readonly #hints: (() => void)[] = [];
  readonly #sockets = new Set<WebSocket>();
  readonly #server: Server;
  readonly #assets = new Map<string, { attemptId: string; sizeBytes: number; frame?: number }>();

  constructor() {
    this.#server = createServer((request, response) => void this.#http(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.#down) return void socket.destroy();
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        this.#sockets.add(webSocket);
        webSocket.once('close', () => this.#sockets.delete(webSocket));
        sockets.emit('connection', webSocket, request);
      });
    });
    const schema = buildSchema(apiSdl());
    useServer(
      {
        schema,
        roots: { mutation: this.#mutations, subscription: this.#subscriptions },
        onConnect: ({ connectionParams, extra }) => {
          const { authorization, run } = connectionParams ?? {};
          const known = authorization === `Bearer ${this.credential}`;
          const rejected = known ? this.#reject : { code: 4401, reason: 'UNAUTHENTICATED' };
          if (rejected) {
            extra.socket.close(rejected.code, rejected.reason);
            return false;
          }
          this.runs.push(String(run));
          return true;
        },
      },
      sockets,
    );
  }

  get gateway(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  listen(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    this.cut();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  get connections(): number {
    return this.#sockets.size;
  }

  /** Cuts all connections, as a network does. */
  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** Vanishes, or comes back. */
  setDown(down: boolean): void {
    this.#down = down;
    if (down) this.cut();
  }

  /** Closes connections with this code from now on, those that are up too; undefined ends that. */
  reject(with_: { code: number; reason: string } | undefined): void {
    this.#reject = with_;
    if (with_) for (const socket of this.#sockets) socket.close(with_.code, with_.reason);
  }

  addTask(input: Buffer, band: NonNullable<FakeTask['band']>): FakeTask {
    return this.#add({ id: randomUUID(), input, band, frames: new Map(), state: 'QUEUED' });
  }

  /** Adds a task to render frames of a scene. */
  addRender(
    input: Buffer,
    frames: number[],
    change: Partial<NonNullable<FakeTask['render']>> = {},
  ): FakeTask {
    const render = { frames, width: 64, height: 36, samples: 2, format: 'PNG8' as const, ...change };
    return this.#add({ id: randomUUID(), input, render, frames: new Map(), state: 'QUEUED' });
  }

  #add(task: FakeTask): FakeTask {
    this.tasks.push(task);
    for (const hint of this.#hints) hint();
    return task;
  }

  /** Takes a task away from its attempt. */
  requeue(task: FakeTask): void {
    task.state = 'QUEUED';
    delete task.attempt;
    task.frames.clear();
  }

  #leaseOf(task: FakeTask) {
    const { id, attempt, input, band, render } = task;
    if (!attempt) return null;
    return {
      attemptId: attempt.id,
      taskId: id,
      token: attempt.token,
      slot: attempt.slot,
      kind: kindOf(task),
      check: false,
      expiresAt: new Date().toISOString(),
      inputUrl: `/files/${id}?signature=secret`,
      inputBytes: input.length,
      inputSha256: render ? createHash('sha256').update(input).digest('hex') : null,
      upscale: band ? { factor: 2, ...band } : null,
      render: render ? { ...render, uploaded: [...task.frames.keys()] } : null,
      reward: '1',
    };
  }

  #held({ attemptId, token }: { attemptId: string; token: string }): FakeTask {
    const task = this.tasks.find(({ attempt }) => attempt?.id === attemptId);
    if (!task || task.attempt?.token !== token) throw refusal('LEASE_LOST');
    return task;
  }

  #digestOf(task: FakeTask, input: CompleteTaskInput): string {
    if (!task.render) return digest(this.#uploaded(input.assetId ?? ''));
    const frames = input.frames ?? [];
    if (frames.map(({ frame }) => frame).join() !== task.render.frames.join()) throw refusal('INVALID_INPUT');
    for (const { frame, sha256 } of frames) {
      if (digest(this.#uploaded(task.frames.get(frame) ?? '')) !== sha256) throw refusal('DIGEST_MISMATCH');
    }
    return digest(frames.map(({ frame, sha256 }) => `${frame} ${sha256}\n`).join(''));
  }

  #uploaded(assetId: string): Buffer {
    const asset = this.uploads.get(assetId);
    if (!asset) throw refusal('UPLOAD_INCOMPLETE');
    return asset;
  }

  async #answer<T>(name: string, work: () => T): Promise<T> {
    const code = this.refusals.get(name);
    if (code !== undefined) throw refusal(code);
    const result = work();
    if (this.loseAnswers.delete(name)) this.cut();
    return result;
  }

  #mutations = {
    enrolWorker: ({ input }: { input: EnrolWorkerInput }) =>
      this.#answer('enrolWorker', () => {
        const data = Buffer.from(`enrol:${input.workerId}:${input.token}`);
        if (!verified(input.publicKey, data, input.proof)) throw refusal('INVALID_INPUT');
        if (input.token !== this.enrolmentToken) throw refusal('ENROLMENT_TOKEN_INVALID');
        if (this.publicKey !== undefined && this.publicKey !== input.publicKey)
          throw refusal('ENROLMENT_TOKEN_USED');
        this.publicKey = input.publicKey;
        return { credential: this.credential, worker: { id: input.workerId, name: 'Attic' } };
      }),
    reportHardware: ({ input }: { input: HardwareInput }) =>
      this.#answer('reportHardware', () => (this.hardware.push(input), { id: 'w1' })),
    reportBenchmark: ({ input }: { input: BenchmarkInput }) =>
      this.#answer('reportBenchmark', () => {
        this.benchmarks.push(input);
        return { id: 'w1', benchScore: 1_234, benchmark: { assumed: false } };
      }),
    reportCompliance: ({ checks }: { checks: ComplianceCheckInput[] }) =>
      this.#answer('reportCompliance', () => (this.compliance.push(checks), { id: 'w1' })),
    measureConnection: () =>
      this.#answer('measureConnection', () => ({
        downloadUrl: '/speed/down',
        uploadUrl: '/speed/up',
        downloadBytes: 1,
        uploadBytes: 1,
      })),
    reportConnection: ({ input }: { input: ConnectionInput }) =>
      this.#answer('reportConnection', () => (this.connectionSpeeds.push(input), { id: 'w1' })),
    heartbeat: ({ at }: { at: string }) =>
      this.#answer('heartbeat', () => {
        this.heartbeats.push(at);
        const leases = this.tasks
          .filter(({ state }) => state === 'RUNNING')
          .map((task) => this.#leaseOf(task));
        return { at, worker: { id: 'w1', name: 'Attic', status: { intent: this.intent }, leases } };
      }),
    recordReadings: ({ readings }: { readings: ReadingInput[] }) =>
      this.#answer('recordReadings', () => {
        for (const reading of readings) this.readings.set(reading.at, reading);
        return { recorded: readings.length, repeated: 0 };
      }),
    leaseTask: ({ slot, engines }: { slot: number; engines: EngineInput[] }) =>
      this.#answer('leaseTask', () => {
        this.engines.set(slot, engines);
        const can = new Set(engines.map(({ kind }) => kind));
        const held = this.tasks.find(({ state, attempt }) => state === 'RUNNING' && attempt?.slot === slot);
        const task = held ?? this.tasks.find((each) => each.state === 'QUEUED' && can.has(kindOf(each)));
        if (!task) return null;
        if (!held)
          Object.assign(task, { state: 'RUNNING', attempt: { id: randomUUID(), token: randomUUID(), slot } });
        return this.#leaseOf(task);
      }),
    reportProgress: ({ reports }: { reports: ProgressInput[] }) =>
      this.#answer('reportProgress', () => {
        this.progress.push(...reports);
        return reports.map(({ attemptId }) => ({
          attemptId,
          held: this.tasks.some(({ attempt, state }) => attempt?.id === attemptId && state === 'RUNNING'),
          expiresAt: null,
        }));
      }),
    createResultUpload: ({ input }: { input: CreateResultUploadInput }) =>
      this.#answer('createResultUpload', () => {
        if (this.#held(input).state !== 'RUNNING') throw refusal('LEASE_LOST');
        const assetId = randomUUID();
        this.#assets.set(assetId, input);
        return { assetId, url: `/files/${assetId}`, expiresAt: new Date().toISOString() };
      }),
    createFrameUpload: ({ input }: { input: CreateFrameUploadInput }) =>
      this.#answer('createFrameUpload', () => {
        const { state, render } = this.#held(input);
        if (state !== 'RUNNING') throw refusal('LEASE_LOST');
        if (!render?.frames.includes(input.frame)) throw refusal('INVALID_INPUT');
        const assetId = randomUUID();
        this.#assets.set(assetId, input);
        return { assetId, url: `/files/${assetId}`, expiresAt: new Date().toISOString() };
      }),
    completeTask: ({ input }: { input: CompleteTaskInput }) =>
      this.#answer('completeTask', () => {
        const task = this.#held(input);
        if (this.#digestOf(task, input) !== input.sha256) throw refusal('DIGEST_MISMATCH');
        const data = Buffer.from(`result:${input.attemptId}:${input.sha256}`);
        if (!verified(this.publicKey ?? '', data, input.signature)) throw refusal('SIGNATURE_INVALID');
        if (task.state === 'RUNNING') this.completed.push(input);
        task.state = 'REPORTED';
        return { id: input.attemptId, state: 'REPORTED' };
      }),
    failTask: ({ input }: { input: FailTaskInput }) =>
      this.#answer('failTask', () => {
        const task = this.#held(input);
        if (task.state === 'RUNNING') this.failed.push(input);
        task.state = 'FAILED';
        return { id: input.attemptId, state: 'FAILED' };
      }),
  };

  #subscriptions = {
    workAvailable: () => {
      let wake: () => void = () => undefined;
      this.#hints.push(() => wake());
      const next = async () => {
        await new Promise<void>((resolve) => (wake = resolve));
        return { done: false as const, value: { workAvailable: { at: new Date().toISOString() } } };
      };
      const end = async () => (wake(), { done: true as const, value: undefined });
      return { [Symbol.asyncIterator]: () => ({ next, return: end }) };
    },
  };

  async #http(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (this.#down) return void request.socket.destroy();
    const path = new URL(request.url ?? '', 'http://x').pathname;
    if (path === '/graphql') {
      const { query, variables } = JSON.parse(body.toString()) as { query: string; variables: object };
      const result = await graphql({
        schema: buildSchema(apiSdl()),
        source: query,
        rootValue: this.#mutations,
        variableValues: { ...variables },
      });
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
    }
    const status = this.fileRefusals.shift();
    if (status !== undefined) return void response.writeHead(status).end();
    const id = path.replace('/files/', '');
    const place = this.#assets.get(id);
    if (request.method === 'PUT' && place) {
      if (place.sizeBytes !== body.length) return void response.writeHead(400).end();
      this.uploads.set(id, body);
      if (place.frame !== undefined) {
        this.frameUploads.push(place.frame);
        this.tasks.find(({ attempt }) => attempt?.id === place.attemptId)?.frames.set(place.frame, id);
      }
      return void response.writeHead(204).end();
    }
    const task = this.tasks.find((each) => each.id === id);
    if (!task) return void response.writeHead(404).end();
    this.downloads++;
    response.end(task.input);
  }
}

function kindOf({ render }: FakeTask): 'RENDER' | 'UPSCALE' {
  return render ? 'RENDER' : 'UPSCALE';
}

function digest(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function verified(publicKey: string, data: Buffer, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, data, key, Buffer.from(signature, 'base64'));
}

function refusal(code: string): GraphQLError {
  return new GraphQLError(`Refused: ${code}.`, { extensions: { code } });
}
