import { createWorker } from '../domain/createWorker.ts';
import { deleteWorker } from '../domain/deleteWorker.ts';
import { endRun } from '../domain/endRun.ts';
import { enrolWorker } from '../domain/enrolWorker.ts';
import { measureConnection } from '../domain/measureConnection.ts';
import { renameWorker } from '../domain/renameWorker.ts';
import { renewConfiguration } from '../domain/renewConfiguration.ts';
import { reportBenchmark } from '../domain/reportBenchmark.ts';
import { reportCompliance } from '../domain/reportCompliance.ts';
import { reportConnection } from '../domain/reportConnection.ts';
import { reportHardware } from '../domain/reportHardware.ts';
import { setWalletAddress } from '../domain/setWalletAddress.ts';
import { setWorkerBid } from '../domain/setWorkerBid.ts';
import { setWorkerIntent } from '../domain/setWorkerIntent.ts';
import { setWorkerLocation } from '../domain/setWorkerLocation.ts';
import { signIn } from '../domain/signIn.ts';
import { signOut } from '../domain/signOut.ts';
import { signUp } from '../domain/signUp.ts';
import type { World } from '../domain/world.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation = (world: World): MutationResolvers => ({
  signUp: (_, { input }) => signUp(world, input),
  signIn: (_, { input }) => signIn(world, input),
  signOut: (_, __, context) => signOut(world, context),
  createWorker: (_, { input }, context) => createWorker(world, context, input),
  renewConfiguration: (_, { workerId }, context) => renewConfiguration(world, context, workerId),
  enrolWorker: (_, { input }) => enrolWorker(world, input),
  reportHardware: (_, { input }, context) => reportHardware(world, context, input),
  reportBenchmark: (_, { input }, context) => reportBenchmark(world, context, input),
  measureConnection: (_, __, context) => measureConnection(world, context),
  endRun: (_, { run }, context) => endRun(world, context, run),
  reportConnection: (_, { input }, context) => reportConnection(world, context, input),
  reportCompliance: (_, { checks }, context) => reportCompliance(world, context, checks),
  setWorkerLocation: (_, { id, location }, context) => setWorkerLocation(world, context, id, location),
  renameWorker: (_, { id, name }, context) => renameWorker(world, context, id, name),
  setWorkerIntent: (_, { id, intent }, context) => setWorkerIntent(world, context, id, intent),
  setWorkerBid: (_, { id, bid }, context) => setWorkerBid(world, context, id, bid),
  setWalletAddress: (_, { address }, context) => setWalletAddress(world, context, address),
  deleteWorker: (_, { id }, context) => deleteWorker(world, context, id),
});
