import { expect, test } from 'vitest';
import { embeddedDatabase } from './testing.ts';

test('test databases share a server and are apart from one another', async () => {
  const [one, two] = await Promise.all([embeddedDatabase(), embeddedDatabase()]);
  await one.connection.collection('c').insertOne({ a: 1 });
  expect(await two.connection.collection('c').countDocuments()).toBe(0);
  await one.drop();
  expect(await two.connection.collection('c').insertOne({})).toMatchObject({ acknowledged: true });
  await two.drop();
  const three = await embeddedDatabase();
  expect(await three.connection.db!.listCollections().toArray()).toEqual([]);
  await three.drop();
});
