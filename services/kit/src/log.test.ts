import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function lines() {
  const written: string[] = [];
  return {
    written,
    log: createLog({ name: 'test', destination: { write: (line) => void written.push(line) } }),
  };
}

test('a line is JSON with its level, name and fields', () => {
  const { written, log } = lines();
  log.child({ requestId: 'r1' }).warn({ taskId: 't1' }, 'late');
  log.debug('not written');
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: 40, name: 'test', requestId: 'r1', taskId: 't1', msg: 'late' },
  ]);
});

test('no secret is written, wherever it comes from', () => {
  const { written, log } = lines();
  const secret = 'hush-1.2_3';
  log.info({
    token: secret,
    password: secret,
    request: { headers: { authorization: secret, cookie: secret } },
  });
  log.info({ a: { b: { c: { token: secret } } }, url: `/files/a?method=PUT&signature=${secret}&expires=5` });
  log.error({ err: new Error(`GET https://h/files/a?sig=${secret} failed, token=x; ?token=${secret}`) });
  log.info(`authorization was Bearer ${secret}`);
  log.info({ set: `pictor_session=${secret}; Path=/` }, 'signed in');
  log.child({ cookie: secret }).info({ session: { token: secret } });
  expect(written.join('')).not.toContain('hush');
  for (const line of written) expect(() => JSON.parse(line)).not.toThrow();
  expect(written[1]).toContain('expires=5');
});
