import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRequirements } from '../../../profile/export/requirements.ts';
import { messages } from '../../../profile/messages/messages.ts';
import { type MovementState, movementStates } from '../../../profile/states/movement-states.ts';
import { movementTransitions, nextState } from '../../../profile/states/transitions.ts';
import { FINDINGS } from '../../support/finding-words.ts';
import type { Entry } from '../model/views.ts';
import {
  REQUIREMENT_OF_FINDING,
  requirementOfEffect,
  requirementOfRefusal,
  requirementOfRegister,
} from './requirements.ts';

const register = new Set(readRequirements().map(({ id }) => id));
const states = Object.keys(movementStates) as MovementState[];
const sources = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const textOf = (name: string): string => readFileSync(join(__dirname, name), 'utf8');

const effect = (name: string, before: MovementState, after: MovementState): string =>
  requirementOfEffect({ name, before, after } as Entry);

const refused = (name: string, code: string, state?: MovementState): string =>
  requirementOfRefusal(name, { kind: 'refused', faults: [{ code, pointer: '' }] }, state);

test('every requirement that the judge can cite stands in the register', () => {
  const cited = new Set(sources.flatMap((name) => textOf(name).match(/\b[A-Z]{3}-\d{3}\b/g) ?? []));
  assert.ok(cited.size > 80, `${cited.size} found`);
  assert.deepEqual(
    [...cited].filter((id) => !register.has(id)),
    [],
  );
});

test('every row that names a message and states names what the machine does, or what it refuses', () => {
  const text = textOf('requirements.ts');
  const effects = [...text.matchAll(/'(\w+) (\w+)>(\w+)': '/g)];
  assert.ok(effects.length > 10);
  for (const [, name, from, to] of effects) {
    const ways = movementTransitions.filter(
      (row) => row.on === name && (row.from as readonly string[]).includes(String(from)),
    );
    assert.ok(
      ways.some((row) => (row.to === 'same' ? from : row.to) === to),
      `${name} ${from}>${to}`,
    );
  }
  const table = text.slice(text.indexOf('const OUT_OF_SEQUENCE'), text.indexOf('const EFFECTS'));
  const refusals = [...table.matchAll(/'(\w+) (\w+)': '/g)];
  assert.ok(refusals.length > 5);
  for (const [, name = '', state = ''] of refusals) {
    assert.ok(name in messages, name);
    assert.equal(nextState(state as MovementState, name), null, `${name} ${state}`);
  }
});

test('every way of the movement machine answers to a requirement that says what it does', () => {
  for (const { on, from, to } of movementTransitions)
    for (const before of on.startsWith('timer:') ? [] : from)
      assert.notEqual(effect(on, before, to === 'same' ? before : to), 'LED-007', `${on} in ${before}`);
});

test('what leads to a state has the requirement of that way, what leaves it alone that of the message', () => {
  assert.equal(effect('BorderPassage', 'IN_TRANSIT', 'SUSPENDED'), 'PAS-006');
  assert.equal(effect('BorderPassage', 'SUSPENDED', 'IN_TRANSIT'), 'PAS-007');
  assert.equal(effect('BorderPassage', 'ARRIVED', 'ARRIVED'), 'PAS-008');
  assert.equal(effect('IncidentNotice', 'SUSPENDED', 'SUSPENDED'), 'INC-003');
  assert.equal(effect('DischargeNotice', 'CONTROLLED', 'DISCHARGED'), 'DIS-001');
  assert.equal(effect('DischargeNotice', 'IN_TRANSIT', 'DISCHARGED'), 'DIS-005');
});

test('a message out of sequence is refused by the requirement of its state, where one names it', () => {
  assert.equal(refused('CancellationNotice', 'OUT_OF_SEQUENCE', 'IN_TRANSIT'), 'CAN-003');
  assert.equal(refused('IncidentNotice', 'OUT_OF_SEQUENCE', 'DISCHARGED'), 'DIS-009');
  assert.equal(refused('IncidentNotice', 'OUT_OF_SEQUENCE', 'CANCELLED'), 'ERR-010');
  for (const state of states)
    for (const name of Object.keys(messages))
      assert.ok(register.has(refused(name, 'OUT_OF_SEQUENCE', state)), `${name} ${state}`);
});

test('every fault that the model of the hub predicts has a requirement of its own', () => {
  const predicted = ['refusals.ts', 'hub-model.ts'].flatMap((name) => [
    ...textOf(join('..', 'model', name)).matchAll(/faultOf\('([A-Z_]+)'/g),
  ]);
  const codes = new Set(predicted.map(([, code = '']) => code));
  assert.ok(codes.size > 10, [...codes].join());
  for (const code of codes) assert.notEqual(refused('BorderPassage', code, 'IN_TRANSIT'), 'ERR-009', code);
});

test('several faults at once answer to the requirement that all are told, one rule to that of rules', () => {
  const faults = [
    { code: 'MISSING_FIELD', pointer: '/a' },
    { code: 'WRONG_TYPE', pointer: '/b' },
  ];
  const atOnce = { kind: 'refused-at-once', status: 422 } as const;
  assert.equal(requirementOfRefusal('TransitNotice', { ...atOnce, faults }, undefined), 'ERR-007');
  const rule = { code: 'RULE', pointer: '/a', rule: 'R05' };
  assert.equal(requirementOfRefusal('TransitNotice', { ...atOnce, faults: [rule] }, undefined), 'ERR-032');
});

test('every finding that is judged is one that officers have a word for', () => {
  const known = new Set(Object.values(FINDINGS));
  assert.deepEqual(
    Object.keys(REQUIREMENT_OF_FINDING).filter((kind) => !known.has(kind)),
    [],
  );
});

test('a request on the register answers to its operation, or to the reason why it is refused', () => {
  assert.equal(requirementOfRegister('RESERVE', []), 'GUA-002');
  assert.equal(requirementOfRegister('RESERVE', ['INSUFFICIENT']), 'GUA-003');
  assert.equal(requirementOfRegister('CANCEL', ['G05']), 'GUA-021');
});
