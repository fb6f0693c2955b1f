import { earnedToday, readDays, readRewards } from '../domain/readEarnings.ts';
import type { World } from '../domain/world.ts';
import type { EarningsResolvers } from '../generated/resolvers.ts';

export const Earnings = (world: World): EarningsResolvers => ({
  total: ({ sums }) => sums?.total ?? 0n,
  today: (earnings) => earnedToday(world, earnings),
  taskCount: ({ sums }) => sums?.taskCount ?? 0,
  days: (earnings, { first }) => readDays(world, earnings, first),
  rewards: (earnings, page) => readRewards(world, earnings, page),
});
