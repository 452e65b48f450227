import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MovementOverrides } from '../../fixtures/movements/generate-movement.ts';
import type { Movement } from '../../fixtures/movements/movement.ts';
import { allDeviations } from './deviations/deviations.ts';
import { newMovement } from './testing/journey.ts';
import { StackProcess } from './testing/stack-process.ts';
import { Stand } from './testing/stand.ts';

let server: StackProcess;
let honestStand: Stand;
before(async () => {
  server = await StackProcess.start();
  honestStand = await Stand.start(server.otherDatabase('honest'));
});
after(async () => {
  await honestStand[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Few messages after which a shy deviation differs from an honest stack, and what is then seen. */
type Provocation = (stand: Stand) => Promise<unknown>;

const KOURY = 'LOME-OUAGADOUGOU-BAMAKO-KOURY';
const TERA = 'LOME-OUAGADOUGOU-NIAMEY-TERA';
const movementOn = (corridor?: string, overrides: MovementOverrides = {}): Movement =>
  newMovement(corridor, { guaranteeKind: 'fund', ...overrides });

async function released(stand: Stand, movement: Movement): Promise<Movement> {
  await stand.announce(movement);
  await stand.release(movement);
  return movement;
}

const incident = ({ reference, notice }: Movement, country: string, changes: object) => ({
  transitReference: reference,
  office: notice.itinerary.legs.find((leg) => leg.country === country)?.office,
  code: '5',
  occurredAt: new Date().toISOString(),
  status: 'OPEN',
  hold: false,
  place: { text: 'Point kilométrique fictif 12' },
  description: 'Panne du tracteur, marchandise intacte',
  ...changes,
});

const amended = ({ notice }: Movement, driver: string) => ({
  ...notice,
  status: 'AMENDED',
  vehicle: { ...notice.vehicle, driver },
});

const stateOf = async (stand: Stand, movement: Movement) => (await stand.entry(movement)).state;

/** Sends the same passage again and again; how many events the movement has then. */
async function repeated(stand: Stand, times: number, between?: () => Promise<void>): Promise<number> {
  const movement = await released(stand, movementOn());
  const text = JSON.stringify(await stand.send('TG', 'BorderPassage', movement.passages[0] ?? {}));
  await between?.();
  for (let count = 0; count < times; count += 1) await stand.seat('TG').submit(text);
  return (await stand.entry(movement)).events.length;
}

const LAST_DAY = Date.UTC(new Date().getUTCFullYear() + 1, 0, 31, 18);

const provocations: Readonly<Record<string, readonly [Provocation, honest: unknown, deviating: unknown]>> = {
  'forgets-its-keys-on-restart': [(stand) => repeated(stand, 1, () => stand.restart()), 3, 4],
  'forgets-a-key-at-the-third-repetition': [(stand) => repeated(stand, 3), 3, 4],
  'forgets-its-timers-on-restart': [
    async (stand) => {
      const movement = await released(stand, movementOn());
      await stand.restart();
      await stand.advance((Date.parse(movement.release.limitDate) - Date.now()) / 1000 + 60);
      return stateOf(stand, movement);
    },
    'OVERDUE',
    'RELEASED',
  ],
  'never-forgives-a-refusal-by-incident': [
    async (stand) => {
      const movement = await released(stand, movementOn());
      await stand.send('TG', 'BorderPassage', {
        ...movement.passages[0],
        outcome: 'REFUSED',
        refusalReason: 'Papiers.',
      });
      await stand.send('BF', 'IncidentNotice', incident(movement, 'BF', { status: 'CLOSED' }));
      return stateOf(stand, movement);
    },
    'IN_TRANSIT',
    'SUSPENDED',
  ],
  'lifts-a-hold-by-amendment': [
    async (stand) => {
      const movement = await released(stand, movementOn());
      await stand.send('BF', 'IncidentNotice', incident(movement, 'BF', { hold: true }));
      await stand.send('TG', 'TransitNotice', amended(movement, 'Kossi Fictif'), { movementVersion: 3 });
      return stateOf(stand, movement);
    },
    'SUSPENDED',
    'IN_TRANSIT',
  ],
  'keeps-the-incidents-of-niger-to-the-north': [
    async (stand) => {
      const movement = await released(stand, movementOn(TERA));
      await stand.send('NE', 'IncidentNotice', incident(movement, 'NE', {}));
      return [await stand.queued('TG', movement), await stand.queued('BF', movement)];
    },
    [['AT06'], ['AT01', 'AT02', 'AT06']],
    [[], ['AT01', 'AT02', 'AT06']],
  ],
  'has-no-last-day-of-the-month': [
    async (stand) => {
      const movement = await released(stand, movementOn(undefined, { limitAt: LAST_DAY }));
      await stand.advance((LAST_DAY - Date.now()) / 1000 + 60);
      return stateOf(stand, movement);
    },
    'OVERDUE',
    'RELEASED',
  ],
  'loses-the-thirtieth-item': [
    async (stand) => {
      const movement = movementOn(undefined, { itemCount: 30 });
      const message = await stand.announce(movement);
      return (await stand.seat('BF').first('TransitNotice')).text === JSON.stringify(message);
    },
    true,
    false,
  ],
  'never-closes-round-masses': [
    async (stand) => {
      const drawn = movementOn();
      const totalGrossMassKg = Math.ceil(drawn.notice.totalGrossMassKg / 100) * 100;
      const movement = await released(stand, { ...drawn, notice: { ...drawn.notice, totalGrossMassKg } });
      const closing = { ...movement.discharge, basis: 'BY_HAND', reason: "Preuve d'arrivée sur papier." };
      await stand.send('TG', 'DischargeNotice', closing, { movementVersion: 3 });
      return stateOf(stand, movement);
    },
    'CLOSED_MANUALLY',
    'RELEASED',
  ],
  'waits-for-one-movement-at-a-time': [
    async (stand) => {
      const [first, second] = [movementOn(), movementOn()];
      for (const { passages } of [first, second])
        await stand.send('BF', 'BorderPassage', passages[1] as Movement['passages'][number]);
      await released(stand, first);
      await released(stand, second);
      return [await stateOf(stand, first), await stateOf(stand, second)];
    },
    ['IN_TRANSIT', 'IN_TRANSIT'],
    ['RELEASED', 'IN_TRANSIT'],
  ],
  'keeps-one-waiting-version': [
    async (stand) => {
      const movement = movementOn();
      await stand.announce(movement);
      await stand.send('TG', 'TransitNotice', amended(movement, 'Kossi Fictif'), { movementVersion: 3 });
      await stand.send('TG', 'TransitNotice', amended(movement, 'Afi Fictive'), { movementVersion: 4 });
      await stand.release(movement);
      return (await stand.entry(movement)).movementVersion;
    },
    4,
    3,
  ],
  'holds-the-guarantee-of-the-suspended': [
    async (stand) => {
      const drawn = movementOn(undefined, { guaranteeKind: 'reservable' });
      const { registrar, register, reserve } = drawn.guarantee;
      const ask = (payload: object = {}) =>
        stand.seat(registrar).send('GuaranteeRequest', payload, { recipient: 'hub' });
      await ask(register);
      await ask(reserve);
      const published = async () =>
        (await stand.seat('TG').request('GET', `/v0/guarantees/${register.guaranteeReference}`)).body;
      const [{ reservationId }] = (await published()).reservations;
      await stand.announce(drawn);
      await stand.release(drawn, { reservationId });
      await stand.send('BF', 'IncidentNotice', incident(drawn, 'BF', { hold: true }));
      const lost = { ...drawn.discharge, basis: 'FORCE_MAJEURE', reason: 'Convoi incendié.' };
      await stand.send('TG', 'DischargeNotice', lost, { movementVersion: 3 });
      return [await stateOf(stand, drawn), (await published()).reservations.length];
    },
    ['DISCHARGED', 0],
    ['DISCHARGED', 1],
  ],
  'never-tells-the-newcomer-of-passages': [
    async (stand) => {
      const movement = await released(stand, movementOn(TERA));
      const { itinerary } = movementOn(KOURY).notice;
      await stand.send('TG', 'ItineraryChange', {
        transitReference: movement.reference,
        decision: 'AUTHORISED',
        office: movement.release.office,
        decidedAt: new Date().toISOString(),
        reason: 'Route coupée.',
        itinerary,
      });
      await stand.send('BF', 'BorderPassage', movement.passages[1] as Movement['passages'][number]);
      return stand.queued('ML', movement);
    },
    ['AT01', 'AT02', 'AT04', 'AT05'],
    ['AT01', 'AT02', 'AT04'],
  ],
};

/** Those that need an honest stack of their own: they restart it, move its clock, or count what a seat received. */
const MOVES_ITS_STACK = new Set([
  'forgets-its-keys-on-restart',
  'forgets-its-timers-on-restart',
  'has-no-last-day-of-the-month',
  'loses-the-thirtieth-item',
]);

test('each shy deviation has a provocation here', () => {
  const shy = allDeviations().filter((deviation) => deviation.shy);
  assert.deepEqual(Object.keys(provocations).sort(), shy.map(({ name }) => name).sort());
});

for (const [name, [provoke, honest, deviating]] of Object.entries(provocations))
  test(`a few messages tell a stack that ${name} from an honest one`, async () => {
    const database = name.replaceAll('-', '_');
    if (MOVES_ITS_STACK.has(name)) {
      await using own = await Stand.start(server.otherDatabase(`${database}_not`));
      assert.deepEqual(await provoke(own), honest);
    } else assert.deepEqual(await provoke(honestStand), honest);
    await using wrong = await Stand.start(server.otherDatabase(database), name);
    assert.deepEqual(await provoke(wrong), deviating);
  });
