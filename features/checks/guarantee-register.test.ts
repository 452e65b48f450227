import { test } from 'node:test';
import {
  accessCodeNowhere,
  guaranteeAccepted,
  guaranteeAnswers,
  guaranteePublished,
  guaranteeRefused,
  noAmountTold,
  reservationGiven,
  reservedTogether,
  sameReservation,
} from './guarantee-register.ts';
import {
  assertGreen,
  assertRed,
  assertRedWhenMisshapen,
  consulted,
  delivered,
  GUARANTEE,
  message,
} from './testing/evidence.ts';

const request = message('GuaranteeRequest', 1).messageId;
const PATH = `/v0/guarantees/${GUARANTEE}`;
const answer = (payload: Record<string, unknown>, n = 2) =>
  delivered(
    message('GuaranteeResult', n, {
      sender: 'hub',
      correlationId: request,
      payload: { operation: 'RESERVE', ...payload },
    }),
    'TG',
  );

test('acceptance, refusal and silence of the register are told apart', () => {
  assertGreen(guaranteeAccepted([answer({ accepted: true, reasons: [] })], request));
  assertRed(guaranteeAccepted([answer({ accepted: false, reasons: ['G01'] })], request), /refusée/);
  assertRed(guaranteeAccepted([], request), /aucune réponse/);
  assertRed(guaranteeRefused([answer({ accepted: true, reasons: [] })], request, ['G01']), /acceptée/);
});

test('a refusal for another reason, or for one too many, is seen', () => {
  assertGreen(guaranteeRefused([answer({ accepted: false, reasons: ['G02'] })], request, ['G02']));
  assertRed(guaranteeRefused([answer({ accepted: false, reasons: ['G05'] })], request, ['G02']), /G05/);
  assertRed(
    guaranteeRefused([answer({ accepted: false, reasons: ['G02', 'G04'] })], request, ['G02']),
    /G04/,
  );
});

test('a wrong amount, a missing reservation id and an amount told to a stranger are seen', () => {
  assertGreen(guaranteeAnswers([answer({ availableAmount: 50 })], request, 'availableAmount', 50));
  assertRed(
    guaranteeAnswers([answer({ availableAmount: 38 })], request, 'availableAmount', 50),
    /^disponible \(availableAmount\) : 38$/,
  );
  assertGreen(reservationGiven([answer({ reservationId: 'r' })], request));
  assertRed(reservationGiven([answer({})], request), /rien/);
  assertGreen(noAmountTold([answer({ accepted: false })], request));
  assertRed(noAmountTold([answer({ accepted: false, availableAmount: 1 })], request), /availableAmount/);
  assertRed(noAmountTold([], request), /champs/);
});

test('a published amount that differs, a balance on a fund and an entry not published are seen', () => {
  const reservable = consulted(PATH, { kind: 'reservable', availableAmount: 38 });
  assertGreen(guaranteePublished([reservable], GUARANTEE, { availableAmount: 38, kind: 'reservable' }));
  assertRed(
    guaranteePublished([reservable], GUARANTEE, { availableAmount: 50 }),
    /^disponible \(availableAmount\) : 38$/,
  );
  assertRed(guaranteePublished([reservable], GUARANTEE, { availableAmount: null }), /38/);
  assertRed(guaranteePublished([consulted(PATH, {}, { status: 404 })], GUARANTEE, {}), /404/);
});

test('two reservations accepted where one fits are seen', () => {
  const one = [
    answer({ accepted: true }),
    answer({ accepted: false }, 3),
    consulted(PATH, { reservedAmount: 12 }),
  ];
  const both = [
    answer({ accepted: true }),
    answer({ accepted: true }, 3),
    consulted(PATH, { reservedAmount: 24 }),
  ];
  assertGreen(reservedTogether(one, GUARANTEE, 1, 12));
  assertRed(reservedTogether(both, GUARANTEE, 1, 12), /2/);
  assertRed(reservedTogether(both, GUARANTEE, 1, 12), /24/);
});

test('the access code in an answer, a delivery or under another name is seen; no evidence at all proves nothing', () => {
  const clean = consulted(PATH, { kind: 'fund' });
  assertGreen(accessCodeNowhere([clean], 'K7QX'));
  assertRed(accessCodeNowhere([consulted(PATH, { accessCode: '***' })], 'K7QX'), /1 message/);
  assertRed(accessCodeNowhere([clean, answer({ note: 'K7QX' })], 'K7QX'), /1 message/);
  assertRed(accessCodeNowhere([], 'K7QX'), /0 message/);
});

test('a register entry of another shape is not as required', () => {
  const consult = (answer: unknown) => consulted(PATH, answer);
  const published = { reservedAmount: 12 };
  assertRedWhenMisshapen('kind', consult, (records) => guaranteePublished(records, GUARANTEE, published));
});

test('a second reservation under another id, or none, is seen', () => {
  const reserved = (reservationId: string | undefined, n: number) =>
    answer({ guaranteeReference: GUARANTEE, accepted: true, reservationId }, n);
  assertGreen(sameReservation([reserved('a', 2), reserved('a', 3)], GUARANTEE));
  assertRed(sameReservation([reserved('a', 2), reserved('b', 3)], GUARANTEE), /a, b/);
  assertRed(sameReservation([reserved(undefined, 2), reserved(undefined, 3)], GUARANTEE), /rien/);
  assertRed(sameReservation([reserved('a', 2)], GUARANTEE), /1 acceptée/);
});
