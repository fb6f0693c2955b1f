import { Binary, Int32, Double, Long, ObjectId, Timestamp } from '../bson.ts';
import { decode, encode } from '../documents.ts';
import type { Random } from './random.ts';

const IDS = Array.from({ length: 4 }, (_, i) => new ObjectId(Buffer.alloc(12, i)));
const TEXTS = ['', 'a', 'ab', 'b', 'é', '\uffff', '\u{1F600}', 'a\0b', 'a\0'];
const LONGS = ['9007199254740993', '9007199254740992', '-9007199254740993', '3'];

/** Values of all types that are stored, from few enough that many are equal or close. */
const MAKERS: ((random: Random) => unknown)[] = [
  (random) => random.below(6),
  (random) => random.below(6) - 2.5,
  (random) => -random.below(4),
  (random) => random.pick(TEXTS),
  () => null,
  () => true,
  () => false,
  (random) => new Date(random.below(5) * 1000 - 2000),
  (random) => random.pick(IDS),
  (random) => Long.fromString(random.pick(LONGS)),
  () => new Double(9007199254740992),
  () => NaN,
  () => Infinity,
  () => -Infinity,
  () => new Double(-0),
  () => new Double(0.1),
  () => new Int32(2),
  (random) => new Timestamp({ t: random.below(3), i: 1 }),
  (random) => new Binary(Buffer.from([random.below(3), 1].slice(0, 1 + random.below(2)))),
  (random) => ({ x: random.below(3) }),
  () => ({}),
];

/** A random value that is no array, as it is read back after being stored. */
export function randomScalar(random: Random): unknown {
  return decode(encode({ v: random.pick(MAKERS)(random) }))['v'];
}

/** A random value, now and then an array. */
export function randomValue(random: Random): unknown {
  return random.chance(0.15)
    ? Array.from({ length: random.below(4) }, () => randomScalar(random))
    : randomScalar(random);
}
