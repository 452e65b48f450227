import { createHash } from 'node:crypto';
import type { Movement } from '../../../fixtures/movements/movement.ts';
import {
  guaranteePath,
  heldReservation,
  registeredGuarantee,
  reservationPath,
} from '../../../profile/services/guarantee-register.ts';
import { guaranteeRegisterOf } from '../../../profile/services/guarantee-registers.ts';
import { ACCESS_CODE_HEADER } from '../../../profile/services/service-limits.ts';
import type { GuaranteeRegisterName } from '../../../profile/services/service-names.ts';
import { ServiceError } from '../service-error.ts';
import { STARTED, type StubRequest, type StubState } from '../wiremock/stub.ts';
import { answering, type Double, refusing, type Setting, type TrueStub, unknown } from './double.ts';

/** Movements under one guarantee that a double can tell apart: its states are the sets of those reserved. */
export const MOST_MOVEMENTS = 4;

/**
 * The double of a register that holds money: what is reserved stays reserved until it is given back, and reduces what is
 * available. Each guarantee is a machine of its own whose states are the sets of the movements that are reserved.
 */
export const guaranteeRegister = (service: GuaranteeRegisterName): Double => ({
  service,
  stubs: (movements, setting) => {
    const mine = movements.filter(
      ({ guarantee }) => guaranteeRegisterOf(guarantee.register.guaranteeReference) === service,
    );
    const groups = Map.groupBy(mine, ({ guarantee }) => guarantee.register.guaranteeReference);
    return [
      ...[...groups.values()].flatMap((group) => stubsOf(group, setting)),
      unknown('G01', 'GET'),
      unknown('G01', 'PUT'),
      {
        request: { method: 'DELETE', url: '/.*', pattern: true },
        answer: { status: 204 },
        shape: null,
        priority: 10,
      },
    ];
  },
});

/** A reservation is known by the same id whenever it is asked for. */
function reservationIdOf(reference: string, transit: string): string {
  const hex = createHash('sha256').update(`${reference} ${transit}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The movements reserved, as the name of a state. */
const stateOf = (reserved: readonly Movement[]): string =>
  reserved.length === 0 ? STARTED : reserved.map(({ reference }) => reference).join('+');

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, n) => bits & (1 << n)));
}

function stubsOf(movements: readonly Movement[], setting: Setting): TrueStub[] {
  const [first] = movements;
  if (!first || movements.length > MOST_MOVEMENTS)
    throw new ServiceError(
      'DOUBLE_WRONG',
      `${movements.length} movements under one guarantee: the double keeps ${MOST_MOVEMENTS} apart.`,
      'Use fewer movements for one guarantee.',
    );
  const { guaranteeReference, accessCode, holderTaxId } = first.guarantee.register;
  const path = guaranteePath(guaranteeReference);
  const whole = { url: `${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/.*)?`, pattern: true };
  const right = { headers: { [ACCESS_CODE_HEADER]: accessCode } };
  const otherHolder = `$[?(@.holderTaxId != '${holderTaxId.replace(/['\\]/g, '\\$&')}')]`;
  return [
    ...subsetsOf(movements)
      .filter((reserved) => sumOf(reserved) <= (first.guarantee.register.terms?.referenceAmount ?? 0))
      .flatMap((reserved) => inState(movements, reserved, setting)),
    {
      request: { method: 'PUT', ...whole, ...right, bodyPath: otherHolder },
      ...refusing('G04'),
      priority: 2,
    },
    { request: { method: 'PUT', ...whole, ...right }, ...refusing('G05'), priority: 7 },
    ...(['GET', 'PUT'] as const).map((method) => ({
      request: { method, ...whole },
      ...refusing('G03'),
      priority: 8,
    })),
  ];
}

/** A guarantee while just these of its movements are reserved. */
interface Moment {
  readonly movements: readonly Movement[];
  readonly reserved: readonly Movement[];
  readonly setting: Setting;
  readonly register: Movement['guarantee']['register'];
  /** Whole XOF that are left. */
  readonly available: number;
  readonly state: StubState;
}

/** What the register answers while just these are reserved. */
function inState(movements: readonly Movement[], reserved: Movement[], setting: Setting): TrueStub[] {
  const [{ guarantee }] = movements as [Movement, ...Movement[]];
  const { register } = guarantee;
  const available = (register.terms?.referenceAmount ?? 0) - sumOf(reserved);
  const state = { machine: `${setting.prefix} ${register.guaranteeReference}`, in: stateOf(reserved) };
  const moment = { movements, reserved, setting, register, available, state };
  return [
    told(moment),
    ...movements.flatMap((movement) => [reserving(moment, movement), givingBack(moment, movement)]),
  ];
}

const accessOf = ({ accessCode }: Moment['register']) => ({ [ACCESS_CODE_HEADER]: accessCode });

function told({ register, available, state, setting }: Moment): TrueStub {
  const { guaranteeReference: reference, holderTaxId, terms } = register;
  const { receipt: _receipt, ...published } = { ...terms };
  const amounts = terms?.referenceAmount === undefined ? {} : { availableAmount: available };
  const guarantee = { reference, holderTaxId, ...published, ...amounts, status: 'VALID', asOf: setting.asOf };
  return {
    request: { method: 'GET', url: guaranteePath(reference), headers: accessOf(register) },
    answer: answering(200, guarantee),
    state,
    shape: registeredGuarantee,
  };
}

function reserving(moment: Moment, movement: Movement): TrueStub {
  const { movements, reserved, register, available, state, setting } = moment;
  const { guaranteeReference: reference } = register;
  const amount = amountOf(movement);
  const request: StubRequest = {
    method: 'PUT',
    url: reservationPath(reference, movement.reference),
    headers: accessOf(register),
    bodyPath: `$[?(@.amount == ${amount})]`,
  };
  const about = { request, movement: movement.reference };
  const isHeld = reserved.includes(movement);
  const refusal = isHeld ? null : refusalOf(movement, available, setting.asOf);
  if (refusal) return { ...about, ...refusal, state };
  const reservation = {
    reference,
    transitReference: movement.reference,
    reservationId: reservationIdOf(reference, movement.reference),
    amount,
    availableAmount: isHeld ? available : available - amount,
  };
  const after = movements.filter((entry) => entry === movement || reserved.includes(entry));
  return {
    ...about,
    answer: answering(isHeld ? 200 : 201, reservation),
    state: { ...state, to: stateOf(after) },
    shape: heldReservation,
  };
}

const givingBack = ({ reserved, register, state }: Moment, movement: Movement): TrueStub => ({
  request: { method: 'DELETE', url: reservationPath(register.guaranteeReference, movement.reference) },
  answer: { status: 204 },
  state: { ...state, to: stateOf(reserved.filter((entry) => entry !== movement)) },
  shape: null,
  movement: movement.reference,
});

const sumOf = (movements: readonly Movement[]): number =>
  movements.reduce((sum, movement) => sum + amountOf(movement), 0);

const amountOf = ({ guarantee: { reserve }, notice }: Movement): number =>
  reserve?.amount ?? notice.guarantee.dutiesAtRisk;

/** Why a movement cannot be reserved; null when it can. */
function refusalOf(movement: Movement, available: number, asOf: string) {
  const { terms } = movement.guarantee.register;
  if (!terms || terms.kind === 'fund') return refusing('G05');
  const now = Date.parse(asOf);
  if (now < Date.parse(terms.validFrom) || now > Date.parse(terms.validUntil)) return refusing('G02');
  const countriesNotCovered = movement.countries.filter((country) => !terms.countries.includes(country));
  if (countriesNotCovered.length > 0) return refusing('COUNTRY_NOT_COVERED', { countriesNotCovered });
  return amountOf(movement) > available ? refusing('INSUFFICIENT') : null;
}
