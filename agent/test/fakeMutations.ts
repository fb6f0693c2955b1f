import { randomUUID } from 'node:crypto';
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
  ProgressInput,
  ReadingInput,
} from '../src/generated/graphql.ts';
import type { FakeRecords } from './FakeRecords.ts';
import { kindOf, leaseOf } from './FakeTask.ts';
import { termsOf } from './fakeTerms.ts';
import { verified } from './proofs.ts';
import { refusal } from './refusal.ts';

/** The mutations of a fake platform; `lose` cuts the connection over which an answer would have gone. */
export function fakeMutations(records: FakeRecords, lose: () => void) {
  const answer = async <T>(name: string, work: () => T): Promise<T> => {
    const code = records.refusals.get(name);
    if (code !== undefined) throw refusal(code);
    const result = work();
    if (records.loseAnswers.delete(name)) lose();
    return result;
  };
  return {
    enrolWorker: ({ input }: { input: EnrolWorkerInput }) =>
      answer('enrolWorker', () => {
        const data = Buffer.from(`enrol:${input.workerId}:${input.token}`);
        if (!verified(input.publicKey, data, input.proof)) throw refusal('INVALID_INPUT');
        if (input.token !== records.enrolmentToken) throw refusal('ENROLMENT_TOKEN_INVALID');
        if (records.publicKey !== undefined && records.publicKey !== input.publicKey)
          throw refusal('ENROLMENT_TOKEN_USED');
        records.publicKey = input.publicKey;
        return { credential: records.credential, worker: { id: input.workerId, name: 'Attic' } };
      }),
    endRun: ({ run }: { run: string }) => answer('endRun', () => (records.endedRuns.push(run), { id: 'w1' })),
    reportHardware: ({ input }: { input: HardwareInput }) =>
      answer('reportHardware', () => (records.hardware.push(input), { id: 'w1' })),
    reportBenchmark: ({ input }: { input: BenchmarkInput }) =>
      answer('reportBenchmark', () => {
        records.benchmarks.push(input);
        return { id: 'w1', benchScore: 1_234, benchmark: { assumed: false } };
      }),
    reportCompliance: ({ checks }: { checks: ComplianceCheckInput[] }) =>
      answer('reportCompliance', () => (records.compliance.push(checks), { id: 'w1' })),
    measureConnection: () =>
      answer('measureConnection', () => ({
        downloadUrl: '/speed/down',
        uploadUrl: '/speed/up',
        downloadBytes: 1,
        uploadBytes: 1,
      })),
    reportConnection: ({ input }: { input: ConnectionInput }) =>
      answer('reportConnection', () => (records.connectionSpeeds.push(input), { id: 'w1' })),
    setWorkerBid: ({ bid }: { bid: string | null }) =>
      answer('setWorkerBid', () => ((records.customBid = bid), termsOf(records))),
    heartbeat: ({ at, mining, hold }: { at: string; mining: boolean; hold: unknown }) =>
      answer('heartbeat', () => {
        records.heartbeats.push(at);
        records.mining = mining;
        records.hold = hold ?? null;
        const leases = records.tasks.filter(({ state }) => state === 'RUNNING').map((task) => leaseOf(task));
        const worker = { id: 'w1', name: 'Attic', status: { intent: records.intent }, leases };
        return { at, worker, watched: records.isWatched };
      }),
    recordReadings: ({ readings }: { readings: ReadingInput[] }) =>
      answer('recordReadings', () => {
        for (const reading of readings) records.readings.set(reading.at, reading);
        return { recorded: readings.length, repeated: 0 };
      }),
    leaseTask: ({ slot, engines }: { slot: number; engines: EngineInput[] }) =>
      answer('leaseTask', () => {
        records.engines.set(slot, engines);
        const can = new Set(engines.map(({ kind }) => kind));
        const held = records.tasks.find(
          ({ state, attempt }) => state === 'RUNNING' && attempt?.slot === slot,
        );
        const task = held ?? records.tasks.find((each) => each.state === 'QUEUED' && can.has(kindOf(each)));
        if (!task) return null;
        if (!held)
          Object.assign(task, { state: 'RUNNING', attempt: { id: randomUUID(), token: randomUUID(), slot } });
        return leaseOf(task);
      }),
    reportProgress: ({ reports }: { reports: ProgressInput[] }) =>
      answer('reportProgress', () => {
        records.progress.push(...reports);
        return reports.map(({ attemptId }) => ({
          attemptId,
          held: records.tasks.some(({ attempt, state }) => attempt?.id === attemptId && state === 'RUNNING'),
          expiresAt: null,
        }));
      }),
    createResultUpload: ({ input }: { input: CreateResultUploadInput }) =>
      answer('createResultUpload', () => {
        if (records.held(input).state !== 'RUNNING') throw refusal('LEASE_LOST');
        const assetId = randomUUID();
        records.assets.set(assetId, input);
        return { assetId, url: `/files/${assetId}`, expiresAt: new Date().toISOString() };
      }),
    createFrameUpload: ({ input }: { input: CreateFrameUploadInput }) =>
      answer('createFrameUpload', () => {
        const { state, render } = records.held(input);
        if (state !== 'RUNNING') throw refusal('LEASE_LOST');
        if (!render?.frames.includes(input.frame)) throw refusal('INVALID_INPUT');
        const assetId = randomUUID();
        records.assets.set(assetId, input);
        return { assetId, url: `/files/${assetId}`, expiresAt: new Date().toISOString() };
      }),
    completeTask: ({ input }: { input: CompleteTaskInput }) =>
      answer('completeTask', () => {
        const task = records.held(input);
        if (records.digestOf(task, input) !== input.sha256) throw refusal('DIGEST_MISMATCH');
        const data = Buffer.from(`result:${input.attemptId}:${input.sha256}`);
        if (!verified(records.publicKey ?? '', data, input.signature)) throw refusal('SIGNATURE_INVALID');
        if (task.state === 'RUNNING') records.completed.push(input);
        task.state = 'REPORTED';
        return { id: input.attemptId, state: 'REPORTED' };
      }),
    failTask: ({ input }: { input: FailTaskInput }) =>
      answer('failTask', () => {
        const task = records.held(input);
        if (task.state === 'RUNNING') records.failed.push(input);
        task.state = 'FAILED';
        return { id: input.attemptId, state: 'FAILED' };
      }),
  };
}
