import { createWorker } from '../domain/createWorker.ts';
import { deleteWorker } from '../domain/deleteWorker.ts';
import { enrolWorker } from '../domain/enrolWorker.ts';
import { renameWorker } from '../domain/renameWorker.ts';
import { renewConfiguration } from '../domain/renewConfiguration.ts';
import { reportHardware } from '../domain/reportHardware.ts';
import { setWalletAddress } from '../domain/setWalletAddress.ts';
import { setWorkerBid } from '../domain/setWorkerBid.ts';
import { setWorkerIntent } from '../domain/setWorkerIntent.ts';
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
  renameWorker: (_, { id, name }, context) => renameWorker(world, context, id, name),
  setWorkerIntent: (_, { id, intent }, context) => setWorkerIntent(world, context, id, intent),
  setWorkerBid: (_, { id, bid }, context) => setWorkerBid(world, context, id, bid),
  setWalletAddress: (_, { address }, context) => setWalletAddress(world, context, address),
  deleteWorker: (_, { id }, context) => deleteWorker(world, context, id),
});
