import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { stackCommand } from '../../features/support/targets/stack-command.ts';
import { StackProcess } from '../../features/support/targets/stack-process.ts';
import { readInvariants } from '../../reports/reconcile/invariants.ts';
import { loadLimits } from '../../simulators/stack/deviations/deviation.ts';
import { allDeviations } from '../../simulators/stack/deviations/deviations.ts';
import { type Rush, type RushOptions, type RushOutcome, rush } from './rush.ts';

const TIMERS = ['--timers', JSON.stringify({ fastRetry: 0.4 })];
/** More than twenty in process at once are a crowd. */
const AT_ONCE = 28;
const clock = { now: () => Date.now() };
const env = process.env;
const underLoad = allDeviations().filter((deviation) => deviation.underLoad);
const folder = mkdtempSync(path.join(tmpdir(), 'corridor-rush-'));

let server: StackProcess;
before(async () => {
  server = await StackProcess.start({ command: stackCommand, env });
});
after(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** Some deliveries arrive, and their answers do not. */
const answersAreLost =
  (times: number) =>
  ({ seats }: Rush) => {
    for (const seat of seats.values()) seat.misbehave({ kind: 'lost-answer' }, times);
    return async () => undefined;
  };

/** From the hundredth acknowledgement on Burkina Faso takes no deliveries, until all journeys are over. */
const burkinaIsCutOff = ({ seats, journal }: Rush) => {
  let left = 100;
  const seat = seats.get('BF');
  journal.subscribe(({ kind, answer }) => {
    if (kind !== 'submit' || answer?.status !== 202) return;
    left -= 1;
    if (left === 0) seat?.misbehave({ kind: 'reset' }, Number.POSITIVE_INFINITY);
  });
  return async () => seat?.behave();
};

type Weather = NonNullable<RushOptions['weather']>;
/** What a deviation needs beside a crowd: queues that grow, or more deliveries. */
const needs: Readonly<Record<string, { readonly weather?: Weather; readonly movements?: number }>> = {
  'leaks-from-a-long-queue': { weather: burkinaIsCutOff },
  'overtakes-in-a-long-queue': { weather: burkinaIsCutOff },
  'loses-one-in-five-thousand': { movements: 44 },
};

/** What a limit of a plan would see, told without time. */
const seenBy: Readonly<Record<(typeof loadLimits)[number], (outcome: RushOutcome) => boolean>> = {
  'error-rate': ({ turnedAway }) => turnedAway >= 5,
  'backlog-drained': ({ pending }) => Object.values(pending).some((count) => count > 0),
  // of the first half of what moves, an honest stack tells Mali its part
  'delivery-delay': ({ order }) => toMaliEarly(order) < 3,
  // what it costs is counted in simulators/stack/load-deviations.test.ts
  'answer-time': ({ books }) => books.verdict === 'pass',
};
const toMaliEarly = (order: readonly string[]): number =>
  order.slice(0, order.length / 2).filter((what) => what === 'to ML').length;

/** Two movements one after the other, and then many at once, on one stack. */
async function both(deviation: string | undefined): Promise<{ quiet: RushOutcome; crowded: RushOutcome }> {
  const name = deviation ?? 'honest';
  const database = new URL(server.database);
  database.pathname = `/${name.replaceAll('-', '_')}`;
  const command = [...stackCommand, ...TIMERS] as const;
  await using stack = await StackProcess.start({ command, env, deviation, database: database.href });
  const { weather = answersAreLost(12), movements = AT_ONCE } = needs[name] ?? {};
  const common = { hub: stack.url, seed: 1, clock, repeatEvery: 5 };
  const at = (part: string): string => path.join(folder, name, part);
  const calm = { folder: at('quiet'), movements: 2, atOnce: 1, weather: answersAreLost(2) };
  const quiet = await rush({ ...common, ...calm });
  const crowded = await rush({ ...common, folder: at('crowded'), movements, atOnce: AT_ONCE, weather });
  return { quiet, crowded };
}

const foundIn = ({ books }: RushOutcome): string[] =>
  books.invariants.filter(({ findings }) => findings > 0).map(({ name }) => name);

/** Nothing is found, by no invariant and by no limit. */
function insistOnHonest(outcome: RushOutcome): void {
  const { books, turnedAway, pending } = outcome;
  assert.deepEqual([books.verdict, foundIn(outcome), turnedAway], ['pass', [], 0]);
  assert.deepEqual(Object.values(pending), [0, 0, 0, 0]);
}

test('an honest stack is found honest in a crowd, whatever the weather', async () => {
  const { quiet, crowded } = await both(undefined);
  insistOnHonest(quiet);
  insistOnHonest(crowded);
  assert.ok(toMaliEarly(crowded.order) > 10);
});

test('there are at least ten deviations that show only under load, each to be found by what there is', () => {
  assert.ok(underLoad.length >= 10);
  const known = new Set<string>([...readInvariants().map(({ name }) => name), ...loadLimits]);
  for (const { name, underLoad: { foundBy = [] } = {} } of underLoad) {
    assert.ok(foundBy.length > 0, name);
    assert.deepEqual(
      foundBy.filter((judge) => !known.has(judge)),
      [],
      name,
    );
  }
});

// each waits for processes of its own most of the time
describe('one stack for each deviation', { concurrency: 2 }, () => {
  for (const { name, underLoad: { foundBy = [] } = {} } of underLoad)
    test(`${name}: nothing shows of two movements in peace; of many at once ${foundBy.join(' and ')} finds it`, async () => {
      const { quiet, crowded } = await both(name);
      insistOnHonest(quiet);
      const found = foundIn(crowded);
      for (const judge of foundBy) {
        const limit = loadLimits.find((one) => one === judge);
        const seen = limit ? seenBy[limit](crowded) : found.includes(judge);
        assert.ok(seen, `${judge}; found: ${found.join(', ')}`);
      }
    });
});
