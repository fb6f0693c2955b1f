/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation EnrolWorker($input: EnrolWorkerInput!) {\n    enrolWorker(input: $input) {\n      credential\n      worker {\n        id\n        name\n      }\n    }\n  }\n": typeof types.EnrolWorkerDocument,
    "\n  mutation EndRun($run: ID!) {\n    endRun(run: $run) {\n      id\n    }\n  }\n": typeof types.EndRunDocument,
    "\n  mutation ReportHardware($input: HardwareInput!) {\n    reportHardware(input: $input) {\n      id\n    }\n  }\n": typeof types.ReportHardwareDocument,
    "\n  fragment LeaseFields on Lease {\n    attemptId\n    taskId\n    token\n    slot\n    kind\n    check\n    inputUrl\n    inputBytes\n    inputSha256\n    reward\n    render {\n      frames\n      uploaded\n      width\n      height\n      samples\n      format\n    }\n    upscale {\n      factor\n      width\n      height\n      keepTop\n      keepHeight\n    }\n  }\n": typeof types.LeaseFieldsFragmentDoc,
    "\n  mutation Heartbeat($at: DateTime!, $mining: Boolean!, $hold: HoldInput) {\n    heartbeat(at: $at, mining: $mining, hold: $hold) {\n      watched\n      worker {\n        id\n        name\n        status {\n          intent\n        }\n        leases {\n          ...LeaseFields\n        }\n      }\n    }\n  }\n": typeof types.HeartbeatDocument,
    "\n  query WorkerTerms($id: ID!) {\n    worker(id: $id) {\n      walletAddress\n      bid\n      customBid\n      benchScore\n      hourlyEstimate {\n        low\n        expected\n        high\n        reason\n        method\n        thin\n      }\n    }\n    market {\n      averageBid\n      asOf\n    }\n  }\n": typeof types.WorkerTermsDocument,
    "\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      bid\n      customBid\n    }\n  }\n": typeof types.SetWorkerBidDocument,
    "\n  mutation RecordReadings($readings: [ReadingInput!]!) {\n    recordReadings(readings: $readings) {\n      recorded\n    }\n  }\n": typeof types.RecordReadingsDocument,
    "\n  subscription Watched {\n    watched {\n      seconds\n    }\n  }\n": typeof types.WatchedDocument,
    "\n  subscription WorkAvailable {\n    workAvailable {\n      at\n    }\n  }\n": typeof types.WorkAvailableDocument,
    "\n  mutation LeaseTask($slot: Int!, $engines: [EngineInput!]!) {\n    leaseTask(slot: $slot, engines: $engines) {\n      ...LeaseFields\n    }\n  }\n": typeof types.LeaseTaskDocument,
    "\n  mutation ReportProgress($reports: [ProgressInput!]!) {\n    reportProgress(reports: $reports) {\n      attemptId\n      held\n    }\n  }\n": typeof types.ReportProgressDocument,
    "\n  mutation CreateResultUpload($input: CreateResultUploadInput!) {\n    createResultUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n": typeof types.CreateResultUploadDocument,
    "\n  mutation CreateFrameUpload($input: CreateFrameUploadInput!) {\n    createFrameUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n": typeof types.CreateFrameUploadDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  mutation FailTask($input: FailTaskInput!) {\n    failTask(input: $input) {\n      id\n      state\n    }\n  }\n": typeof types.FailTaskDocument,
    "\n  mutation ReportBenchmark($input: BenchmarkInput!) {\n    reportBenchmark(input: $input) {\n      id\n      benchScore\n      benchmark {\n        assumed\n      }\n    }\n  }\n": typeof types.ReportBenchmarkDocument,
    "\n  mutation MeasureConnection {\n    measureConnection {\n      downloadUrl\n      uploadUrl\n      uploadBytes\n    }\n  }\n": typeof types.MeasureConnectionDocument,
    "\n  mutation ReportConnection($input: ConnectionInput!) {\n    reportConnection(input: $input) {\n      id\n    }\n  }\n": typeof types.ReportConnectionDocument,
    "\n  mutation ReportCompliance($checks: [ComplianceCheckInput!]!) {\n    reportCompliance(checks: $checks) {\n      id\n    }\n  }\n": typeof types.ReportComplianceDocument,
};
const documents: Documents = {
    "\n  mutation EnrolWorker($input: EnrolWorkerInput!) {\n    enrolWorker(input: $input) {\n      credential\n      worker {\n        id\n        name\n      }\n    }\n  }\n": types.EnrolWorkerDocument,
    "\n  mutation EndRun($run: ID!) {\n    endRun(run: $run) {\n      id\n    }\n  }\n": types.EndRunDocument,
    "\n  mutation ReportHardware($input: HardwareInput!) {\n    reportHardware(input: $input) {\n      id\n    }\n  }\n": types.ReportHardwareDocument,
    "\n  fragment LeaseFields on Lease {\n    attemptId\n    taskId\n    token\n    slot\n    kind\n    check\n    inputUrl\n    inputBytes\n    inputSha256\n    reward\n    render {\n      frames\n      uploaded\n      width\n      height\n      samples\n      format\n    }\n    upscale {\n      factor\n      width\n      height\n      keepTop\n      keepHeight\n    }\n  }\n": types.LeaseFieldsFragmentDoc,
    "\n  mutation Heartbeat($at: DateTime!, $mining: Boolean!, $hold: HoldInput) {\n    heartbeat(at: $at, mining: $mining, hold: $hold) {\n      watched\n      worker {\n        id\n        name\n        status {\n          intent\n        }\n        leases {\n          ...LeaseFields\n        }\n      }\n    }\n  }\n": types.HeartbeatDocument,
    "\n  query WorkerTerms($id: ID!) {\n    worker(id: $id) {\n      walletAddress\n      bid\n      customBid\n      benchScore\n      hourlyEstimate {\n        low\n        expected\n        high\n        reason\n        method\n        thin\n      }\n    }\n    market {\n      averageBid\n      asOf\n    }\n  }\n": types.WorkerTermsDocument,
    "\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      bid\n      customBid\n    }\n  }\n": types.SetWorkerBidDocument,
    "\n  mutation RecordReadings($readings: [ReadingInput!]!) {\n    recordReadings(readings: $readings) {\n      recorded\n    }\n  }\n": types.RecordReadingsDocument,
    "\n  subscription Watched {\n    watched {\n      seconds\n    }\n  }\n": types.WatchedDocument,
    "\n  subscription WorkAvailable {\n    workAvailable {\n      at\n    }\n  }\n": types.WorkAvailableDocument,
    "\n  mutation LeaseTask($slot: Int!, $engines: [EngineInput!]!) {\n    leaseTask(slot: $slot, engines: $engines) {\n      ...LeaseFields\n    }\n  }\n": types.LeaseTaskDocument,
    "\n  mutation ReportProgress($reports: [ProgressInput!]!) {\n    reportProgress(reports: $reports) {\n      attemptId\n      held\n    }\n  }\n": types.ReportProgressDocument,
    "\n  mutation CreateResultUpload($input: CreateResultUploadInput!) {\n    createResultUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n": types.CreateResultUploadDocument,
    "\n  mutation CreateFrameUpload($input: CreateFrameUploadInput!) {\n    createFrameUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n": types.CreateFrameUploadDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      id\n      state\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  mutation FailTask($input: FailTaskInput!) {\n    failTask(input: $input) {\n      id\n      state\n    }\n  }\n": types.FailTaskDocument,
    "\n  mutation ReportBenchmark($input: BenchmarkInput!) {\n    reportBenchmark(input: $input) {\n      id\n      benchScore\n      benchmark {\n        assumed\n      }\n    }\n  }\n": types.ReportBenchmarkDocument,
    "\n  mutation MeasureConnection {\n    measureConnection {\n      downloadUrl\n      uploadUrl\n      uploadBytes\n    }\n  }\n": types.MeasureConnectionDocument,
    "\n  mutation ReportConnection($input: ConnectionInput!) {\n    reportConnection(input: $input) {\n      id\n    }\n  }\n": types.ReportConnectionDocument,
    "\n  mutation ReportCompliance($checks: [ComplianceCheckInput!]!) {\n    reportCompliance(checks: $checks) {\n      id\n    }\n  }\n": types.ReportComplianceDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnrolWorker($input: EnrolWorkerInput!) {\n    enrolWorker(input: $input) {\n      credential\n      worker {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnrolWorker($input: EnrolWorkerInput!) {\n    enrolWorker(input: $input) {\n      credential\n      worker {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndRun($run: ID!) {\n    endRun(run: $run) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation EndRun($run: ID!) {\n    endRun(run: $run) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportHardware($input: HardwareInput!) {\n    reportHardware(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReportHardware($input: HardwareInput!) {\n    reportHardware(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LeaseFields on Lease {\n    attemptId\n    taskId\n    token\n    slot\n    kind\n    check\n    inputUrl\n    inputBytes\n    inputSha256\n    reward\n    render {\n      frames\n      uploaded\n      width\n      height\n      samples\n      format\n    }\n    upscale {\n      factor\n      width\n      height\n      keepTop\n      keepHeight\n    }\n  }\n"): (typeof documents)["\n  fragment LeaseFields on Lease {\n    attemptId\n    taskId\n    token\n    slot\n    kind\n    check\n    inputUrl\n    inputBytes\n    inputSha256\n    reward\n    render {\n      frames\n      uploaded\n      width\n      height\n      samples\n      format\n    }\n    upscale {\n      factor\n      width\n      height\n      keepTop\n      keepHeight\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Heartbeat($at: DateTime!, $mining: Boolean!, $hold: HoldInput) {\n    heartbeat(at: $at, mining: $mining, hold: $hold) {\n      watched\n      worker {\n        id\n        name\n        status {\n          intent\n        }\n        leases {\n          ...LeaseFields\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Heartbeat($at: DateTime!, $mining: Boolean!, $hold: HoldInput) {\n    heartbeat(at: $at, mining: $mining, hold: $hold) {\n      watched\n      worker {\n        id\n        name\n        status {\n          intent\n        }\n        leases {\n          ...LeaseFields\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkerTerms($id: ID!) {\n    worker(id: $id) {\n      walletAddress\n      bid\n      customBid\n      benchScore\n      hourlyEstimate {\n        low\n        expected\n        high\n        reason\n        method\n        thin\n      }\n    }\n    market {\n      averageBid\n      asOf\n    }\n  }\n"): (typeof documents)["\n  query WorkerTerms($id: ID!) {\n    worker(id: $id) {\n      walletAddress\n      bid\n      customBid\n      benchScore\n      hourlyEstimate {\n        low\n        expected\n        high\n        reason\n        method\n        thin\n      }\n    }\n    market {\n      averageBid\n      asOf\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      bid\n      customBid\n    }\n  }\n"): (typeof documents)["\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      bid\n      customBid\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordReadings($readings: [ReadingInput!]!) {\n    recordReadings(readings: $readings) {\n      recorded\n    }\n  }\n"): (typeof documents)["\n  mutation RecordReadings($readings: [ReadingInput!]!) {\n    recordReadings(readings: $readings) {\n      recorded\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription Watched {\n    watched {\n      seconds\n    }\n  }\n"): (typeof documents)["\n  subscription Watched {\n    watched {\n      seconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkAvailable {\n    workAvailable {\n      at\n    }\n  }\n"): (typeof documents)["\n  subscription WorkAvailable {\n    workAvailable {\n      at\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaseTask($slot: Int!, $engines: [EngineInput!]!) {\n    leaseTask(slot: $slot, engines: $engines) {\n      ...LeaseFields\n    }\n  }\n"): (typeof documents)["\n  mutation LeaseTask($slot: Int!, $engines: [EngineInput!]!) {\n    leaseTask(slot: $slot, engines: $engines) {\n      ...LeaseFields\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportProgress($reports: [ProgressInput!]!) {\n    reportProgress(reports: $reports) {\n      attemptId\n      held\n    }\n  }\n"): (typeof documents)["\n  mutation ReportProgress($reports: [ProgressInput!]!) {\n    reportProgress(reports: $reports) {\n      attemptId\n      held\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateResultUpload($input: CreateResultUploadInput!) {\n    createResultUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n"): (typeof documents)["\n  mutation CreateResultUpload($input: CreateResultUploadInput!) {\n    createResultUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateFrameUpload($input: CreateFrameUploadInput!) {\n    createFrameUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n"): (typeof documents)["\n  mutation CreateFrameUpload($input: CreateFrameUploadInput!) {\n    createFrameUpload(input: $input) {\n      assetId\n      url\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FailTask($input: FailTaskInput!) {\n    failTask(input: $input) {\n      id\n      state\n    }\n  }\n"): (typeof documents)["\n  mutation FailTask($input: FailTaskInput!) {\n    failTask(input: $input) {\n      id\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportBenchmark($input: BenchmarkInput!) {\n    reportBenchmark(input: $input) {\n      id\n      benchScore\n      benchmark {\n        assumed\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReportBenchmark($input: BenchmarkInput!) {\n    reportBenchmark(input: $input) {\n      id\n      benchScore\n      benchmark {\n        assumed\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MeasureConnection {\n    measureConnection {\n      downloadUrl\n      uploadUrl\n      uploadBytes\n    }\n  }\n"): (typeof documents)["\n  mutation MeasureConnection {\n    measureConnection {\n      downloadUrl\n      uploadUrl\n      uploadBytes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportConnection($input: ConnectionInput!) {\n    reportConnection(input: $input) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReportConnection($input: ConnectionInput!) {\n    reportConnection(input: $input) {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportCompliance($checks: [ComplianceCheckInput!]!) {\n    reportCompliance(checks: $checks) {\n      id\n    }\n  }\n"): (typeof documents)["\n  mutation ReportCompliance($checks: [ComplianceCheckInput!]!) {\n    reportCompliance(checks: $checks) {\n      id\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;