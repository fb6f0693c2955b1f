import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fanOut, type FanOut } from './fanOut.ts';
import { overHttp, overSockets, type Load, type Operation } from './load.ts';
import { operations } from './operations.ts';
import { endAll, forkModule, Program, startGateway } from './program.ts';
import { ourGateway, startSubgraphs } from './subgraphProcess.ts';
import { median, printTable } from './table.ts';

const rounds = 3;
const roundMs = 2_000;
const events = 60;

const event =
  '{"data":{"heard":{"sequence":0,"sentAt":0,"worker":{"id":"w1","name":"rig w1","earnings":{"total":"18413207"},"currentTask":{"progress":0.25}}}}}';

interface Contender {
  name: string;
  program: Program;
  publisher: Program['child'];
}

/** Measures our gateway – and another one's `main.ts` beside it – against bare servers, in turns. */
export async function benchGateways(against: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pictor-bench-'));
  try {
    const { subgraphs, env } = await startSubgraphs(folder);
    const ours = await startGateway(ourGateway, env);
    const contenders: Contender[] = [{ name: 'ours', program: ours, publisher: subgraphs }];
    if (against)
      contenders.push({
        name: 'other',
        program: await startGateway(copyInside(against), env),
        publisher: subgraphs,
      });
    for (const kind of ['query', 'heartbeat'] as const) {
      const floor = await startFloor(await cannedAnswer(ours, operations[kind]));
      const all = [floor, ...contenders];
      for (const scopes of [1, 200])
        await compare(`${kind}, HTTP, ${scopes} scope${scopes > 1 ? 's' : ''}`, all, ({ program }) =>
          overHttp(program, operations[kind], scopes, roundMs),
        );
      await compare(`${kind}, over 1,000 sockets`, all, ({ program }) =>
        overSockets(program, operations[kind], 1_000, roundMs),
      );
      floor.program.child.kill();
    }
    const floor = await startFloor('{}');
    for (const [listeners, alike] of [
      [1_000, true],
      [200, false],
    ] as const)
      await compareFanOut(
        `fan-out to ${listeners} ${alike ? 'alike' : 'unlike'}`,
        [floor, ...contenders],
        ({ program, publisher }) => fanOut(program, publisher, listeners, alike, events),
      );
    printTable(
      'memory after all of it',
      contenders.map(({ name, program }) => ({ gateway: name, 'resident MB': program.residentMb() })),
    );
  } finally {
    endAll();
    rmSync(folder, { recursive: true });
  }
}

/** Copies the other gateway into this tree, where its packages resolve. Returns its entry point. */
function copyInside(folder: string): string {
  const copy = resolve(import.meta.dirname, 'build/against');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  return join(copy, 'main.ts');
}

async function startFloor(answer: string): Promise<Contender> {
  const { child, told } = await forkModule<{ port: number }>('./floor.ts', {
    CANNED: JSON.stringify({ answer, event }),
  });
  return { name: 'floor', program: new Program(child, told.port), publisher: child };
}

async function cannedAnswer({ port }: Program, operation: Operation): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(operation(0)),
  });
  return answer.text();
}

async function compare(
  title: string,
  contenders: readonly Contender[],
  round: (contender: Contender) => Promise<Load>,
) {
  const results = await inTurns(contenders, round);
  const floor = summary(results.get('floor')!);
  printTable(
    title,
    [...results].map(([name, loads]) => {
      const { perSecond, cpuPerThousand } = summary(loads);
      return {
        gateway: name,
        '/s': perSecond,
        'of floor': perSecond / floor.perSecond,
        'CPU-s/1000': cpuPerThousand,
        '× floor': cpuPerThousand / floor.cpuPerThousand,
      };
    }),
  );
}

async function compareFanOut(
  title: string,
  contenders: readonly Contender[],
  round: (contender: Contender) => Promise<FanOut>,
) {
  const results = await inTurns(contenders, round);
  const middle = (name: string, field: keyof FanOut) => median(results.get(name)!.map((each) => each[field]));
  printTable(
    title,
    [...results.keys()].map((name) => ({
      gateway: name,
      'p50 ms': middle(name, 'p50'),
      'p99 ms': middle(name, 'p99'),
      'lost %': middle(name, 'lost') * 100,
      'CPU-s/1000': middle(name, 'cpuPerThousand'),
      '× floor': middle(name, 'cpuPerThousand') / middle('floor', 'cpuPerThousand'),
    })),
  );
}

/** Every contender in each round, so that a slow minute of the machine hits all alike; the first round only warms up. */
async function inTurns<Result>(
  contenders: readonly Contender[],
  round: (contender: Contender) => Promise<Result>,
) {
  const results = new Map<string, Result[]>(contenders.map(({ name }) => [name, []]));
  for (let i = 0; i <= rounds; i++)
    for (const contender of contenders) {
      const result = await round(contender);
      if (i > 0) results.get(contender.name)!.push(result);
    }
  return results;
}

const summary = (loads: readonly Load[]): Load => ({
  perSecond: median(loads.map(({ perSecond }) => perSecond)),
  cpuPerThousand: median(loads.map(({ cpuPerThousand }) => cpuPerThousand)),
});
