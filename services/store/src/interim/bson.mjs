// One BSON class identity for everyone: mongoose/mongodb load bson as CJS, so an ESM import would give different classes.
import { createRequire } from 'node:module';
const b = createRequire(import.meta.url)('bson');
export const { serialize, deserialize, ObjectId, Long, Int32, Double, Decimal128, Timestamp, UUID, Binary, EJSON } = b;
