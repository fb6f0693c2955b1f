import { createRequire } from 'node:module';
import type * as Bson from 'bson';

/** The one set of BSON classes: mongoose and its driver load bson as CommonJS, and an ESM import would make a second. */
const bson = createRequire(import.meta.url)('bson') as typeof Bson;

export const { Binary, BSONRegExp, Decimal128, Double, Int32, Long, ObjectId, Timestamp } = bson;
export const { deserialize, serialize } = bson;

export type Binary = Bson.Binary;
export type BSONRegExp = Bson.BSONRegExp;
export type Decimal128 = Bson.Decimal128;
export type Double = Bson.Double;
export type Int32 = Bson.Int32;
export type Long = Bson.Long;
export type ObjectId = Bson.ObjectId;
export type Timestamp = Bson.Timestamp;
