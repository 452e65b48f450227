import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allMessages } from '../messages/messages.ts';
import { diagramOf } from './diagram.ts';
import { type MovementState, movementStates } from './movement-states.ts';
import {
  destinationMachine,
  guaranteeMachine,
  LEFT_OUT,
  passageMachine,
  seatMachines,
} from './seat-states.ts';
import { movementTransitions, nextState, stateAfter } from './transitions.ts';

/** The states that a movement goes through, message by message. */
function journey(...steps: [on: string, payload?: Record<string, unknown>][]): (MovementState | null)[] {
  let state: MovementState | null = 'NONE';
  return steps.map(([on, payload]) => {
    if (state) state = nextState(state, on, payload);
    return state;
  });
}

const registered: [string, Record<string, unknown>] = ['TransitNotice', { status: 'REGISTERED' }];

test('a movement is registered, released, passes, arrives, is controlled and discharged', () => {
  const road = journey(
    registered,
    ['DepartureRelease'],
    ['BorderPassage', { outcome: 'PASSED' }],
    ['ArrivalNotice'],
    ['ControlResult', { result: 'A1' }],
    ['DischargeNotice', { basis: 'CONFORM' }],
  );
  assert.deepEqual(road, ['REGISTERED', 'RELEASED', 'IN_TRANSIT', 'ARRIVED', 'CONTROLLED', 'DISCHARGED']);
});

test('an arrival with a conform result controls the movement in one act', () => {
  const controlResult = { result: 'A2' };
  assert.deepEqual(
    journey(registered, ['DepartureRelease'], ['ArrivalNotice', { controlResult }]).at(-1),
    'CONTROLLED',
  );
});

test('a movement past its time limit still arrives', () => {
  assert.deepEqual(
    journey(registered, ['DepartureRelease'], ['timer:limitDate'], ['ArrivalNotice']).slice(2),
    ['OVERDUE', 'ARRIVED'],
  );
});

test('a movement that passed a border is not cancelled, one that arrived is not arrived again', () => {
  assert.equal(nextState('IN_TRANSIT', 'CancellationNotice'), null);
  assert.equal(nextState('ARRIVED', 'ArrivalNotice'), null);
  assert.equal(nextState('ARRIVED', 'DischargeNotice', { basis: 'CONFORM' }), null);
});

test('a passage reported after the discharge is kept and changes nothing', () => {
  assert.equal(nextState('DISCHARGED', 'BorderPassage', { outcome: 'PASSED' }), 'DISCHARGED');
});

test('transitions name messages of the profile, and each message is legal where a transition takes it', () => {
  for (const { on, from } of movementTransitions) {
    if (on.startsWith('timer:')) continue;
    const definition = allMessages.find(({ name }) => name === on);
    assert.ok(definition, on);
    for (const state of from) assert.ok(definition.legalIn.includes(state as never), `${on} in ${state}`);
  }
});

test('where a message is said to be legal, a transition takes it, or it waits for the notice', () => {
  for (const { name, legalIn } of allMessages) {
    if (legalIn === 'any') continue;
    const taken = new Set(movementTransitions.filter(({ on }) => on === name).flatMap(({ from }) => from));
    const early = name === 'BorderPassage' || name === 'ArrivalNotice' ? ['NONE'] : [];
    assert.deepEqual(
      legalIn.filter((state) => !taken.has(state)),
      early,
      name,
    );
  }
});

test('every state of a movement can be reached', () => {
  const reached = new Set(movementTransitions.map(({ to }) => to));
  const missed = Object.keys(movementStates).filter((state) => !reached.has(state as MovementState));
  assert.deepEqual(missed, ['NONE']);
});

test('an office of passage left out by a change of itinerary no longer expects the truck', () => {
  const { transitions } = passageMachine;
  const authorised = { decision: 'AUTHORISED' };
  assert.equal(
    stateAfter(transitions, 'EXPECTED', 'ItineraryChange', authorised, [LEFT_OUT]),
    'DIVERTED_AWAY',
  );
  assert.equal(stateAfter(transitions, 'EXPECTED', 'ItineraryChange', authorised), 'EXPECTED');
  assert.equal(stateAfter(transitions, 'EXPECTED', 'BorderPassage', { outcome: 'REFUSED' }), 'REFUSED');
  assert.equal(stateAfter(transitions, 'REFUSED', 'BorderPassage', { outcome: 'PASSED' }), 'PASSED');
  assert.equal(stateAfter(transitions, 'EXPECTED', 'DischargeNotice'), 'EXPIRED');
  assert.equal(stateAfter(transitions, 'DIVERTED_AWAY', 'BorderPassage', { outcome: 'PASSED' }), null);
});

test('an office of destination expects, receives, controls and ends', () => {
  const { transitions } = destinationMachine;
  assert.equal(stateAfter(transitions, 'EXPECTED', 'ArrivalNotice'), 'ARRIVED');
  assert.equal(
    stateAfter(transitions, 'EXPECTED', 'ArrivalNotice', { controlResult: { result: 'B1' } }),
    'CONTROLLED',
  );
  assert.equal(stateAfter(transitions, 'ARRIVED', 'ControlResult', { result: 'A1' }), 'CONTROLLED');
  assert.equal(stateAfter(transitions, 'CONTROLLED', 'DischargeNotice', { basis: 'PARTIAL' }), 'CONTROLLED');
  assert.equal(stateAfter(transitions, 'CONTROLLED', 'DischargeNotice', { basis: 'CONFORM' }), 'ENDED');
  assert.equal(stateAfter(transitions, 'EXPECTED', 'ControlResult'), null);
});

test('a guarantee is released or claimed only while it is reserved', () => {
  const { transitions } = guaranteeMachine;
  const after = (
    state: Parameters<
      typeof stateAfter<'NONE' | 'AVAILABLE' | 'RESERVED' | 'RELEASED' | 'CLAIMED' | 'CANCELLED'>
    >[1],
    operation: string,
  ) => stateAfter(transitions, state, 'GuaranteeRequest', { operation });
  assert.equal(after('AVAILABLE', 'RESERVE'), 'RESERVED');
  assert.equal(after('RESERVED', 'RESERVE'), null);
  assert.equal(after('RESERVED', 'RELEASE'), 'RELEASED');
  assert.equal(after('AVAILABLE', 'RELEASE'), null);
  assert.equal(after('RELEASED', 'CLAIM'), null);
});

test('the machines of the seats use their own states and messages of the profile only', () => {
  const names = new Set<string>(allMessages.map(({ name }) => name));
  for (const { states, transitions, initial } of Object.values(seatMachines)) {
    assert.ok(initial in states);
    for (const { from, to, on } of transitions) {
      assert.ok(names.has(on), on);
      for (const state of [...from, ...(to === 'same' ? [] : [to])]) assert.ok(state in states, state);
    }
  }
});

test('a machine is drawn as a Mermaid state diagram', () => {
  const text = diagramOf<'A' | 'B'>(
    [
      { from: ['A'], on: 'Go', when: { field: 'speed', is: ['slow', 'fast'] }, given: 'road free', to: 'B' },
      { from: ['A', 'B'], on: 'timer:limit', to: 'same' },
    ],
    { initial: 'A', labelOf: (state) => `état ${state}` },
  );
  assert.equal(
    text,
    [
      'stateDiagram-v2',
      '  state "état A" as A',
      '  state "état B" as B',
      '  [*] --> A',
      '  A --> B: Go [speed = slow, fast and road free]',
      '  A --> A: timer limit',
      '  B --> B: timer limit',
      '',
    ].join('\n'),
  );
});

test('a diagram without loops leaves out what changes nothing', () => {
  assert.equal(diagramOf([{ from: ['A'], on: 'Wait', to: 'same' }], { loops: false }), 'stateDiagram-v2\n');
});
