import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageIdAt } from '../../../fixtures/messages/message-id.ts';
import { validPayloads } from '../../../fixtures/messages/valid-payloads.ts';
import { generateMovement } from '../../../fixtures/movements/generate-movement.ts';
import { createRandom } from '../../../fixtures/random.ts';
import { loadReferenceData } from '../../../fixtures/reference-data.ts';
import type { Message } from '../../../profile/messages/message.ts';
import { type MessageName, messages } from '../../../profile/messages/messages.ts';
import { HubModel } from './hub-model.ts';

const NOW = Date.UTC(2026, 8, 15, 12);
const random = createRandom('hub model');
const movement = generateMovement({
  ...{
    random,
    reference: loadReferenceData(),
    corridor: 'LOME-CINKANSE-OUAGADOUGOU',
    salt: 'model',
    sequence: 1,
  },
  ...{ now: NOW, overrides: { guaranteeKind: 'fund' } },
});
const { reference, notice, release, passages, arrival } = movement;

const message = (sender: string, name: MessageName, payload: object, numbers: object = {}): Message => ({
  ...{
    profileVersion: '0.1',
    messageId: messageIdAt(NOW, random),
    messageType: messages[name].wireCode,
    sender,
  },
  ...{ recipient: 'route', preparedAt: new Date(NOW).toISOString(), testIndicator: true, ...numbers },
  payload: payload as Record<string, unknown>,
});

const hub = () => new HubModel(['TG', 'BF', 'ML', 'NE']);
const first = (model: HubModel) =>
  model.submit(message('TG', 'TransitNotice', notice, { movementVersion: 1 }), NOW);
const leave = (model: HubModel, movementVersion = 2) =>
  model.submit(message('TG', 'DepartureRelease', release, { movementVersion }), NOW);

test('a movement is announced to the other country on its road, and to no other', () => {
  const model = hub();
  assert.deepEqual(first(model).told, ['BF']);
  assert.equal(model.movements.get(reference)?.state, 'REGISTERED');
});

test('a passage before the notice waits, and takes effect once notice and release are there', () => {
  const model = hub();
  const early = model.submit(message('BF', 'BorderPassage', passages[1] ?? {}, { originSeq: 1 }), NOW);
  assert.deepEqual(early.outcome, { kind: 'waits', for: 'notice' });
  first(model);
  leave(model);
  assert.equal(early.outcome.kind, 'accepted');
  assert.equal(model.movements.get(reference)?.state, 'IN_TRANSIT');
});

test('a version that skips a number waits; the refused number below it is no gap', () => {
  const model = hub();
  first(model);
  const gap = leave(model, 3);
  assert.deepEqual(gap.outcome, { kind: 'waits', for: 'version' });
  const { DischargeNotice } = validPayloads(movement, NOW);
  const refused = model.submit(
    message('TG', 'DischargeNotice', DischargeNotice, { movementVersion: 2 }),
    NOW,
  );
  assert.deepEqual(refused.outcome, {
    kind: 'refused',
    faults: [{ code: 'OUT_OF_SEQUENCE', pointer: '/messageType' }],
  });
  assert.equal(gap.outcome.kind, 'accepted');
  assert.equal(model.movements.get(reference)?.version, 3);
});

test('an arrival without passages is pointed out to the country of departure and to each silent one', () => {
  const model = hub();
  first(model);
  leave(model);
  model.submit(message('BF', 'ArrivalNotice', arrival, { originSeq: 1 }), NOW);
  const findings = model.movements.get(reference)?.findings.map(({ kind, recipients }) => [kind, recipients]);
  assert.deepEqual(findings, [
    ['passage-missing', ['TG']],
    ['passage-missing', ['TG', 'BF']],
  ]);
});

test('past the time limit a movement is overdue, and everybody on the road is told once', () => {
  const model = hub();
  first(model);
  leave(model);
  model.advance(Date.parse(release.limitDate) + 1_000);
  model.advance(Date.parse(release.limitDate) + 2_000);
  const view = model.movements.get(reference);
  assert.equal(view?.state, 'OVERDUE');
  assert.deepEqual(view?.findings, [{ kind: 'overdue', recipients: ['TG', 'BF'] }]);
});

test('who is not on the road is told so, who is not competent is told that', () => {
  const model = hub();
  first(model);
  const codeOf = (sender: string) => {
    const { outcome } = model.submit(
      message(sender, 'DepartureRelease', release, { movementVersion: 2 }),
      NOW,
    );
    return outcome.kind === 'refused' ? outcome.faults[0]?.code : outcome.kind;
  };
  assert.deepEqual([codeOf('ML'), codeOf('BF'), codeOf('TG')], ['OFF_ROUTE', 'NOT_THE_OWNER', 'accepted']);
});
