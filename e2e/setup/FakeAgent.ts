import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { Client } from 'graphql-ws';
import { Api } from '../../demo/api.ts';
import type { CreatedWorker } from './createWorker.ts';
import { liveClient } from './liveClient.ts';

/** What a fake agent learns of a lease. */
export interface Lease {
  attemptId: string;
  taskId: string;
  token: string;
  upscale: { factor: number; width: number; keepHeight: number };
}

const leaseFields = 'attemptId taskId token upscale { factor width keepHeight }';

/** An agent made of calls to the public API: it does what a test tells it to, and nothing by itself. */
export class FakeAgent implements AsyncDisposable {
  readonly #key: KeyObject;
  readonly #client: Client;

  /** Enrols with a new key, connects, and says that it is a machine without a GPU. */
  static async join(url: string, { id, configuration }: CreatedWorker): Promise<FakeAgent> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const { enrolmentToken } = JSON.parse(configuration) as { enrolmentToken: string };
    const proof = sign(null, Buffer.from(`enrol:${id}:${enrolmentToken}`), privateKey).toString('base64');
    const { enrolWorker } = await new Api(url).ask<{ enrolWorker: { credential: string } }>(
      'mutation ($input: EnrolWorkerInput!) { enrolWorker(input: $input) { credential } }',
      {
        input: {
          workerId: id,
          token: enrolmentToken,
          publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
          proof,
        },
      },
    );
    const authorization = `Bearer ${enrolWorker.credential}`;
    const agent = new FakeAgent(privateKey, liveClient(url, { authorization, run: randomUUID() }));
    await agent.#introduce();
    await agent.beat();
    return agent;
  }

  private constructor(key: KeyObject, client: Client) {
    this.#key = key;
    this.#client = client;
  }

  /** Runs one operation over its WebSocket. Rejects with `CODE: sentence`, or with what closed the socket. */
  async ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { value } = await this.#client.iterate<Data>({ query, variables }).next();
    const { data, errors } = value as ExecutionResult<Data>;
    const [error] = errors ?? [];
    if (error) throw new Error(`${String(error.extensions?.code)}: ${error.message}`);
    return data!;
  }

  /** Says that it is alive. */
  async beat(): Promise<void> {
    await this.ask('mutation ($at: DateTime!) { heartbeat(at: $at) { at } }', {
      at: new Date().toISOString(),
    });
  }

  /** Sends a reading of its machine, taken now; resolves to its time. */
  async read(): Promise<string> {
    const at = new Date().toISOString();
    await this.ask(
      'mutation ($readings: [ReadingInput!]!) { recordReadings(readings: $readings) { recorded } }',
      {
        readings: [{ at, gpus: [], host: { cpuPercent: 50, memoryUsedMiB: 1024, memoryTotalMiB: 4096 } }],
      },
    );
    return at;
  }

  /** Asks for a task for its only slot. */
  async lease(): Promise<Lease | null> {
    const { leaseTask } = await this.ask<{ leaseTask: Lease | null }>(
      `mutation { leaseTask(slot: 0) { ${leaseFields} } }`,
    );
    return leaseTask;
  }

  /** Says how far a task is. */
  async progress({ attemptId, token }: Lease, progress: number): Promise<void> {
    await this.ask('mutation ($reports: [ProgressInput!]!) { reportProgress(reports: $reports) { held } }', {
      reports: [{ attemptId, token, progress }],
    });
  }

  /** Uploads a result, signs and reports it. */
  async complete({ attemptId, token }: Lease, result: Buffer): Promise<void> {
    const { createResultUpload } = await this.ask<{ createResultUpload: { assetId: string; url: string } }>(
      'mutation ($input: CreateResultUploadInput!) { createResultUpload(input: $input) { assetId url } }',
      { input: { attemptId, token, sizeBytes: result.length } },
    );
    const { assetId, url } = createResultUpload;
    const put = await fetch(url, { method: 'PUT', body: new Uint8Array(result) });
    if (!put.ok) throw new Error(`The result could not be uploaded: ${put.status} ${await put.text()}`);
    const sha256 = createHash('sha256').update(result).digest('hex');
    const signature = sign(null, Buffer.from(`result:${attemptId}:${sha256}`), this.#key).toString('base64');
    await this.ask('mutation ($input: CompleteTaskInput!) { completeTask(input: $input) { id } }', {
      input: { attemptId, token, assetId, sha256, signature },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.dispose();
  }

  async #introduce(): Promise<void> {
    await this.ask('mutation ($input: HardwareInput!) { reportHardware(input: $input) { id } }', {
      input: {
        gpus: [],
        cpu: 'A processor',
        cpuCores: 4,
        memoryMiB: 4096,
        os: 'Linux',
        agentVersion: '0.1.0',
      },
    });
  }
}
