import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { ForwardedHeaders } from './forwardedHeaders.ts';

const request = (headers: Record<string, string>) => ({ headers }) as unknown as IncomingMessage;

test('one scope for equal headers, whatever else was sent', () => {
  const callers = new ForwardedHeaders(['x-user', 'x-team']);
  const alice = callers.scopeOf(request({ 'x-user': 'alice', accept: 'a' }));
  expect(callers.scopeOf(request({ 'x-user': 'alice', accept: 'b' }))).toBe(alice);
  expect(alice.headers).toEqual(['x-user', 'alice']);
  expect(alice.extensions).toEqual({ 'x-user': 'alice' });
  const others = [{}, { 'x-team': 'alice' }, { 'x-user': '' }, { 'x-user': 'alice', 'x-team': 'red' }];
  const scopes = others.map((headers) => callers.scopeOf(request(headers)));
  expect(new Set([alice, ...scopes]).size).toBe(5);
  expect(callers.scopeOf(request({})).key).toBe('anonymous');
});

test('a socket and a request of the same caller share a scope', async () => {
  const callers = new ForwardedHeaders(['x-user']);
  const scope = callers.scopeOf(request({ 'x-user': 'alice' }));
  expect((await callers.seat(request({}), { 'x-user': 'alice' })).scope).toBe(scope);
  expect((await callers.seat(request({ 'x-user': 'alice' }), undefined)).scope).toBe(scope);
});

test('remembers a bounded number of scopes, and rather those at work', () => {
  const callers = new ForwardedHeaders(['x-user']);
  const scopeOf = (user: string) => callers.scopeOf(request({ 'x-user': user }));
  const [idle, busy] = [scopeOf('idle'), scopeOf('busy')];
  busy.flights.set('a query', {} as never);
  for (let i = 0; i < 10_000; i++) scopeOf(`${i}`);
  expect(scopeOf('busy')).toBe(busy);
  expect(scopeOf('idle')).not.toBe(idle);
});
