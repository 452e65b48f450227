import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyChain } from '../../reports/evidence/verify-chain.ts';
import { runCustoms } from './start-customs.ts';
import { exampleMovement } from './testing/lome-ouagadougou.ts';
import { StandingClock, seededNumbers, startSeat } from './testing/seats.ts';

test('a seat on its own says when it is ready, records what comes, and ends when told', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-customs-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const evidence = join(folder, 'exchange.ndjson');
  const stop = new AbortController();
  let told = '';
  let ready = (_line: string) => {};
  const line = new Promise<string>((resolve) => (ready = resolve));
  const running = runCustoms(
    {
      country: 'BF',
      hub: 'http://127.0.0.1:9',
      clock: new StandingClock(),
      random: seededNumbers(1),
      evidence,
    },
    { stdout: { write: (text) => ready(text) }, stderr: { write: (text) => (told += text) } },
    stop.signal,
  );
  const { url, registered } = JSON.parse(await line) as { url: string; registered: boolean };
  assert.equal(registered, false);
  assert.match(told, /Failed to register with the hub http:\/\/127\.0\.0\.1:9: refused\./);
  await using togo = await startSeat({ country: 'TG', hub: url, answerTimeoutMs: 150 });
  assert.equal((await togo.send('TransitNotice', exampleMovement(9001).notice)).fault, 'timeout');
  assert.equal((await togo.send('TransitNotice', exampleMovement(1).notice)).status, 202);
  stop.abort();
  await running;
  const { holds, count } = await verifyChain(evidence);
  assert.deepEqual([holds, count], [true, 4]);
});
