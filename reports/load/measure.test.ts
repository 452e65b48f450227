import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ObservedExchange } from '../evidence/observed-exchange.ts';
import type { Exchanges } from '../reconcile/testing/evidence-book.ts';
import { changed, messageOf, one } from '../reconcile/testing/plant.ts';
import { valueAt, valuesAt } from './distribution.ts';
import { answerTimes, deliveryDelays, leadAt } from './judge-limits.ts';
import { measureRuns } from './measure.ts';
import type { Measures } from './measures.ts';
import { mergeMeasures } from './merge-measures.ts';
import { readLoadRun } from './read-load-run.ts';
import { exampleLoad, exampleSamples, type LoadFolderParts, loadFolder } from './testing/load-folder.ts';
import { answeredAfter, loadTraffic, PLAYED_FROM, polled, STEP_MS } from './testing/load-traffic.ts';

async function measured(parts: LoadFolderParts): Promise<Measures> {
  await using folder = await loadFolder(parts);
  return await measureRuns([await readLoadRun(folder.path)]);
}

const isSubmission = ({ kind }: ObservedExchange): boolean => kind === 'submit';
const submissions = (exchanges: Exchanges): Exchanges => exchanges.filter(isSubmission);

test('percentiles of many answers are those of the exact times, within a thousandth', async () => {
  let at = 0;
  const times: number[] = [];
  const exchanges = changed(loadTraffic({ journeys: 150 }), { kind: 'submit' }, (exchange) => {
    const afterMs = Math.round(500 * 1.01 ** ((at++ * 611) % 1_050)) / 1_000;
    times.push(afterMs * 1_000);
    return answeredAfter(afterMs)(exchange);
  });
  const seen = answerTimes(await measured({ exchanges }));
  const exact = times.sort((a, b) => a - b);
  assert.equal(seen.count, 1_050);
  assert.equal(seen.most, Math.round(exact.at(-1) ?? 0));
  for (const percentile of [1, 10, 50, 90, 99]) {
    const want = exact[Math.ceil((percentile / 100) * exact.length) - 1] ?? 0;
    assert.ok(Math.abs((valueAt(seen, percentile) ?? 0) - want) <= want / 1_000 + 1, `p${percentile}`);
  }
});

test('attempts are counted by message and country: acknowledged, refused, without an answer, with no acknowledgement', async () => {
  const honest = loadTraffic({ journeys: 3 });
  const notice = one(honest, { kind: 'submit', code: 'AT01' });
  const { messageId } = messageOf(notice);
  const answer = (status: number, body: object): Partial<ObservedExchange> => ({
    answer: { status, body: JSON.stringify(body), afterMs: 4 },
  });
  const again = (part: Partial<ObservedExchange>, at: number) => ({ ...notice, at: notice.at - at, ...part });
  const exchanges = [
    again({ answer: undefined, fault: 'timeout' }, 900),
    again(answer(503, { title: 'busy' }), 600),
    again(answer(202, { correlationId: 'of another message' }), 300),
    again(answer(422, { correlationId: messageId }), 100),
    ...honest,
  ];
  const { answers, acknowledged, bins } = await measured({ exchanges });
  const notices = answers.find(({ message }) => message === 'TransitNotice');
  assert.deepEqual(
    [notices?.country, notices?.attempts, notices?.acknowledged, notices?.refused],
    ['TG', 7, 3, 1],
  );
  assert.equal(notices?.times.count, 6);
  assert.equal(acknowledged, submissions(honest).length);
  const sum = (take: (bin: Measures['bins'][number]) => number) =>
    bins.reduce((total, bin) => total + take(bin), 0);
  assert.deepEqual(
    [sum((bin) => bin.attempts), sum((bin) => bin.failed), sum((bin) => bin.refused)],
    [25, 4, 1],
  );
  assert.equal(
    sum((bin) => bin.acknowledged),
    acknowledged,
  );
});

test('a delivery is late by the time from the acknowledgement to the first accepted attempt, and never negative', async () => {
  const honest = loadTraffic({ journeys: 1 });
  const notice = one(honest, { kind: 'deliver', code: 'AT01', to: 'BF' });
  const sent = one(honest, { kind: 'submit', code: 'AT01' });
  const only = honest.filter(({ kind }) => kind === 'submit');
  const delay = async (...deliveries: ObservedExchange[]) =>
    valueAt(deliveryDelays(await measured({ exchanges: [...only, ...deliveries] }), 'BF'), 100);
  const busy = { ...notice, answer: { status: 503, body: '', afterMs: 1 } };
  assert.equal(await delay(notice), (STEP_MS - 1.5) * 1_000);
  assert.equal(
    await delay(busy, { ...notice, at: notice.at + 400 }, { ...notice, at: notice.at + 900 }),
    (400 + STEP_MS - 1.5) * 1_000,
  );
  assert.equal(await delay({ ...notice, at: sent.at }), 0);
  assert.equal(await delay({ ...busy, fault: 'timeout', answer: undefined }), null);
});

test('the lead of a notice is told in hours of the road; one that never came is as late as the end', async () => {
  const honest = loadTraffic({ journeys: 2 });
  const hoursOf = (measures: Measures, percentile: number) =>
    (leadAt(measures, percentile, 'BF') ?? Number.NaN) / 3_600_000;
  // Delivered 100 ms before the entry is submitted; a day in 7 s, journeys 20 times shorter.
  const expected = (0.1 / 7) * 24 * 20;
  assert.ok(Math.abs(hoursOf(await measured({ exchanges: honest }), 50) - expected) < expected / 1_000);
  const first = one(honest, { kind: 'deliver', code: 'AT01', to: 'BF' });
  const never = await measured({ exchanges: honest.filter((exchange) => exchange !== first) });
  assert.ok(hoursOf(never, 1) < 0);
  assert.ok(hoursOf(never, 100) > 0);
});

test('questions have answer times of their own, and what is asked after the last submission is no load', async () => {
  const honest = loadTraffic({ journeys: 2 });
  const ask = (at: number): ObservedExchange => ({
    ...polled(at, 'BF', 0),
    path: '/v0/movements/26TG0LOM1T00000001',
  });
  const last = submissions(honest).at(-1)?.at ?? 0;
  const { answers } = await measured({ exchanges: [...honest, ask(PLAYED_FROM + 50), ask(last + 500)] });
  const ledger = answers.filter(({ isQuestion }) => isQuestion);
  assert.deepEqual(
    ledger.map(({ message, country, attempts }) => [message, country, attempts]),
    [['Ledger', 'BF', 1]],
  );
  assert.equal(answerTimes({ answers } as Measures).count, submissions(honest).length);
});

test('bins hold what was offered, how long queues were, and what was sampled', async () => {
  const exchanges = [
    ...loadTraffic(),
    polled(PLAYED_FROM + 3_100, 'BF', 7),
    polled(PLAYED_FROM + 3_900, 'BF', 4),
  ];
  const { bins, binSeconds, offered, late, trackers } = await measured({ exchanges });
  assert.equal(binSeconds, 1);
  const bin = bins.find(({ at }) => at === PLAYED_FROM / 1_000 + 3);
  assert.equal(bin?.offered, 20);
  assert.equal(bin?.pending['BF'], 7);
  assert.deepEqual(bin?.trackers, { all: 9 });
  assert.deepEqual(bin?.processes['hub'], { samples: 1, cpuPercentSum: 43, memoryMiB: 180 });
  assert.equal(offered.messages, 140);
  assert.equal(valueAt(late, 99), 3);
  assert.deepEqual(trackers, { sent: 90, acked: 90, resent: 0, refused: 0 });
});

test('three parts measured apart and merged are the whole measured at once', async () => {
  let number = 0;
  const vary = (exchanges: Exchanges) =>
    changed(exchanges, { kind: 'submit' }, (exchange) =>
      answeredAfter(1 + ((number++ * 37) % 400) / 10)(exchange),
    );
  const parts = [0, 1, 2].map((part) =>
    vary(loadTraffic({ journeys: 10, first: 1 + part * 10, beginAt: PLAYED_FROM + part * 1_700 })),
  );
  const run = (journeys: number) =>
    exampleLoad({
      offered: { movements: journeys, messages: journeys * 7, questions: 0, bySecond: [journeys * 7] },
    });
  const whole = await measured({ exchanges: parts.flat(), run: run(30), samples: exampleSamples() });
  const apart = await Promise.all(
    parts.map((exchanges, at) =>
      measured({ exchanges, run: run(10), samples: at === 0 ? exampleSamples() : [] }),
    ),
  );
  const [first, second, third] = apart;
  assert.ok(first && second && third);
  assert.deepEqual(mergeMeasures(mergeMeasures(first, second), third), whole);
  assert.deepEqual(mergeMeasures(first, mergeMeasures(second, third)), whole);
});

test('bins of another length merge into the longer one, counts and percentiles kept', async () => {
  const measures = await measured({ exchanges: loadTraffic({ journeys: 40 }) });
  const long = { ...measures, binSeconds: 10, bins: [] };
  const { bins, binSeconds } = mergeMeasures(measures, long);
  const attempts = (all: Measures['bins']) => all.reduce((sum, bin) => sum + bin.attempts, 0);
  assert.equal(binSeconds, 10);
  assert.ok(bins.every(({ at }) => at % 10 === 0));
  assert.equal(attempts(bins), attempts(measures.bins));
  assert.equal(
    bins.reduce((sum, { answers }) => sum + answers.count, 0),
    280,
  );
});

test('a torn end and lines that are no record are left out and counted', async () => {
  await using folder = await loadFolder();
  const file = join(folder.path, 'exchange.ndjson');
  const lines = [
    '[]',
    '7',
    '"text"',
    '{"kind":5}',
    'no json',
    '{"kind":"submit","at":"yesterday"}',
    '{"kind":"submit","at":"2026-11-02T09:',
  ];
  await appendFile(file, lines.join('\n'));
  const { answers, unread } = await measureRuns([await readLoadRun(folder.path)]);
  assert.equal(answerTimes({ answers } as Measures).count, 140);
  assert.equal(unread, lines.length);
});

test('values that none can be are no measure, and stop nothing', async () => {
  const honest = loadTraffic({ journeys: 4 });
  const afters = [-5, 1e300, 1e12, Number.NaN, 2];
  let at = 0;
  const strange = changed(honest, { kind: 'submit' }, (exchange) =>
    answeredAfter(afters[at++ % afters.length] ?? 0)(exchange),
  );
  const far = one(honest, { kind: 'submit', code: 'AT01' });
  const hostile = [
    ...strange,
    { ...far, at: Date.UTC(9999, 5, 1) },
    { ...far, at: 0 },
    { ...far, from: "'; drop table exchange; --", body: '{"messageId":{"a":1},"messageType":["AT01"]}' },
    { ...far, body: '\u0000{"messageId":"\\ud800"}' },
    { ...polled(PLAYED_FROM, 'BF', 0), path: '/v0/participants/__proto__/deliveries' },
    {
      ...polled(PLAYED_FROM, 'BF', Number.MAX_VALUE),
      answer: { status: 200, body: '{"pending":"99999999999999999999"}', afterMs: 1 },
    },
    polled(PLAYED_FROM, 'BF', -4),
  ];
  const { answers, bins, outside } = await measured({ exchanges: hostile });
  assert.equal(outside, 2);
  assert.ok(bins.length < 20, `${bins.length} bins`);
  assert.ok(bins.every(({ pending }) => Object.values(pending).every((count) => count >= 0)));
  assert.deepEqual([...new Set(answers.map(({ country }) => country))].sort(), ['?', 'BF', 'TG']);
  const times = valuesAt(answerTimes({ answers } as Measures), [1, 50]);
  assert.ok(times.every((us) => us !== null && us >= 0));
});

test('samples dated far from the run are counted, and in no bin', async () => {
  const samples = exampleSamples().map((sample) => ({ ...sample, at: '9999-12-31T23:59:59.000Z' }));
  const { outside, late } = await measured({ samples });
  assert.equal(outside, samples.length);
  assert.equal(late.count, 0);
});
