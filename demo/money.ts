import type { Api } from './api.ts';
import { dollars, note, step } from './terminal.ts';
import { until } from './until.ts';

const payment = '5000000';

/** An operator records that the creator paid. */
export async function payIn(operator: Api, creator: Api) {
  const { viewer } = await creator.ask<{ viewer: { id: string } }>('{ viewer { id } }');
  await operator.ask(
    'mutation ($id: ID!, $amount: MicroUsd!) { recordDeposit(accountId: $id, amount: $amount, reference: "Demo payment", key: "demo") { id } }',
    { id: viewer.id, amount: payment },
  );
  step('An operator records a creator’s payment', dollars(payment));
}

/** Tells what the worker earned and what the creator paid, once every posting is made. */
export async function tellMoney(provider: Api, creator: Api, workerId: string, jobId: string) {
  const read = async () => {
    const [{ worker }, { job }] = await Promise.all([
      provider.ask<{ worker: { earnings: { total: string; taskCount: number } } }>(
        'query ($id: ID!) { worker(id: $id) { earnings { total taskCount } } }',
        { id: workerId },
      ),
      creator.ask<{
        job: {
          taskCount: number;
          charge: { reserved: string; rewards: string; fees: string; released: string };
        };
      }>('query ($id: ID!) { job(id: $id) { taskCount charge { reserved rewards fees released } } }', {
        id: jobId,
      }),
    ]);
    return { ...worker, ...job };
  };
  let money = await read();
  const isSettled = ({ earnings, taskCount, charge }: typeof money) =>
    earnings.taskCount === taskCount &&
    BigInt(charge.reserved) === BigInt(charge.rewards) + BigInt(charge.fees) + BigInt(charge.released);
  await until(async () => isSettled((money = await read())));
  const { earnings, charge } = money;
  step(
    `The worker earned ${dollars(earnings.total)} for ${earnings.taskCount} ${earnings.taskCount === 1 ? 'task' : 'tasks'}`,
    'posted to the ledger',
  );
  note(
    'creator paid',
    `${dollars(String(BigInt(charge.rewards) + BigInt(charge.fees)))}, of which ${dollars(charge.fees)} fee`,
  );
}
