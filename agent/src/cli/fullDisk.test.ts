import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { hasBubbles, onSmallDisk } from '../../test/bubbles.ts';

vi.setConfig({ testTimeout: 60_000 });

const main = fileURLToPath(new URL('../main.js', import.meta.url));
const noRoom = 'There is no room left on the disk of the home folder';

test.skipIf(!hasBubbles)('on a full disk each command says so, or does what needs no room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'));
  const said = await onSmallDisk(
    folder,
    `mkdir ${folder}/home; cat /dev/zero > ${folder}/rest 2>/dev/null
    for command in 'start --no-page' pause 'settings max-temperature 80' status; do
      '${process.execPath}' '${main}' $command --home ${folder}/home 2>&1; echo "= $?"
    done
    rm ${folder}/rest; '${process.execPath}' '${main}' pause --home ${folder}/home; echo "= $?"`,
  );
  const answers = said.split(/(?<== \d+\n)/).map((answer) => answer.trim());
  expect(answers).toEqual([
    expect.stringMatching(/belongs to no worker yet[^]*= 1$/),
    expect.stringMatching(new RegExp(`^${noRoom}.*\\n= 1$`)),
    expect.stringMatching(new RegExp(`^${noRoom}.*\\n= 1$`)),
    expect.stringMatching(/belongs to no worker yet.*\n= 4$/),
    expect.stringMatching(/^Paused.*\n= 0$/),
  ]);
  await rm(folder, { recursive: true });
});

test.skipIf(!hasBubbles)('an outbox without room is not said to be damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'));
  const outbox = JSON.stringify(new URL('../outbox/Outbox.ts', import.meta.url).href);
  const open = `
    const { Outbox } = await import(${outbox});
    try { new Outbox('${folder}/outbox.sqlite', { now: () => 1 }).add('failure', 'a', {}); console.log('kept'); }
    catch (error) { console.log(error.code, error.message); }`;
  const said = await onSmallDisk(
    folder,
    `run() { '${process.execPath}' --input-type=module -e "$1"; }
    code=$(cat <<'END'\n${open}\nEND\n)
    run "$code"; cat /dev/zero > ${folder}/rest 2>/dev/null; run "$code"
    rm ${folder}/outbox.sqlite*; cat /dev/zero >> ${folder}/rest 2>/dev/null; run "$code"`,
  );
  expect(said.trim().split('\n')).toEqual([
    'kept',
    expect.stringContaining(`DISK_FULL ${noRoom}`),
    expect.stringContaining(`DISK_FULL ${noRoom}`),
  ]);
  await rm(folder, { recursive: true });
});
