import { frameViews } from '../domain/frameViews.ts';
import type { World } from '../domain/world.ts';
import type { RenderResolvers } from '../generated/resolvers.ts';

export const Render = (world: World): RenderResolvers => ({
  frames: (render, page) => frameViews(world, render, page),
});
