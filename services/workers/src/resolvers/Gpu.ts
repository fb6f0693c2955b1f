import type { GpuResolvers } from '../generated/resolvers.ts';

export const Gpu: GpuResolvers = { takesTasks: ({ takesTasks }) => takesTasks ?? true };
