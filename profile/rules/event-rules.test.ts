import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../messages/examples.ts';
import { breaks, type Case, lawful } from '../testing/rule-table.ts';

const judge = (cases: readonly Case[]) => {
  for (const { title, seen, expected } of cases) test(title, () => assert.deepEqual(seen(), expected));
};

const seal = { number: 'TGD-0001234', kind: 'MECHANICAL', affixedBy: 'CUSTOMS' };

judge(
  breaks(examples.DepartureRelease, 'a release', [
    ['R06', { '/payload/sealCount': 0 }, '/payload/sealCount'],
    ['R06', { '/payload/seals': [seal, seal], '/payload/sealCount': 2 }, '/payload/seals/1/number'],
    ['R19', { '/payload/limitDate': '2026-11-02T10:00:00Z' }, '/payload/limitDate'],
    ['FUTURE_DATED', { '/payload/releasedAt': '2026-11-02T10:10:01Z' }, '/payload/releasedAt'],
  ]),
);
judge(lawful(examples.DepartureRelease, 'a release', [{ '/payload/releasedAt': '2026-11-02T10:10:00Z' }]));

judge(
  breaks(examples.ItineraryChange, 'a change of itinerary', [
    ['R33', { '/payload/itinerary': undefined }, '/payload/itinerary'],
    ['R33', { '/payload/decision': 'REQUESTED', '/payload/itinerary': undefined }, '/payload/itinerary'],
    ['R19', { '/payload/newLimitDate': '2026-11-07T15:00:00Z' }, '/payload/newLimitDate'],
    ['R04', { '/payload/itinerary/legs/3/office': 'BF0CIN1' }, '/payload/itinerary/legs/3/office'],
    [
      'R05',
      { '/payload/itinerary/legs/1/plannedAt': '2026-11-01T08:00:00Z' },
      '/payload/itinerary/legs/1/plannedAt',
    ],
  ]),
);
judge(
  lawful(examples.ItineraryChange, 'a change of itinerary', [
    { '/payload/decision': 'REFUSED', '/payload/itinerary': undefined, '/payload/newLimitDate': undefined },
  ]),
);

judge(
  breaks(examples.BorderPassage, 'a passage', [
    ['R32', { '/payload/passedAt': '2026-11-04T07:09:59Z' }, '/payload/passedAt'],
    ['R34', { '/payload/outcome': 'REFUSED' }, '/payload/refusalReason'],
    ['FUTURE_DATED', { '/payload/passedAt': '2026-11-04T09:50:01Z' }, '/payload/passedAt'],
  ]),
);
judge(
  lawful(examples.BorderPassage, 'a passage', [
    { '/payload/passedAt': '2026-11-04T07:10:00Z' },
    { '/payload/outcome': 'REFUSED', '/payload/refusalReason': 'Scellés rompus' },
  ]),
);

const control = { controlledAt: '2026-11-05T16:05:00Z', result: 'A1', differences: [] };
const difference = { pointer: '/items/0/packages/count', declared: '400', found: '398' };

judge(
  breaks(examples.ArrivalNotice, 'an arrival with its result', [
    ['R16', { '/payload/controlResult': { ...control, result: 'B1' } }, '/payload/controlResult/differences'],
    [
      'FUTURE_DATED',
      { '/payload/controlResult': { ...control, controlledAt: '2026-11-05T16:15:01Z' } },
      '/payload/controlResult/controlledAt',
    ],
  ]),
);
judge(lawful(examples.ArrivalNotice, 'an arrival with its result', [{ '/payload/controlResult': control }]));

judge(
  breaks(examples.ControlResult, 'a control result', [
    ['R16', { '/payload/result': 'A5' }, '/payload/differences'],
    ['R16', { '/payload/result': 'B1' }, '/payload/differences'],
  ]),
);
judge(
  lawful(examples.ControlResult, 'a control result', [
    { '/payload/result': 'B1', '/payload/differences': [difference] },
    { '/payload/result': 'A5', '/payload/remarks': 'Deux sacs déchirés' },
    { '/payload/result': 'A2' },
  ]),
);

judge(
  breaks(examples.DischargeNotice, 'a discharge', [
    ['R27', { '/payload/basis': 'BY_HAND' }, '/payload/reason'],
    ['R27', { '/payload/basis': 'FORCE_MAJEURE' }, '/payload/reason'],
    ['R27', { '/payload/basis': 'RECOVERED' }, '/payload/reason'],
    ['R28', { '/payload/basis': 'PARTIAL' }, '/payload/openItems'],
    ['R28', { '/payload/basis': 'PARTIAL', '/payload/openItems': [] }, '/payload/openItems'],
    ['R28', { '/payload/openItems': [1] }, '/payload/openItems'],
    ['FUTURE_DATED', { '/payload/dischargedAt': '2026-11-07T11:00:00Z' }, '/payload/dischargedAt'],
  ]),
);
judge(
  lawful(examples.DischargeNotice, 'a discharge', [
    { '/payload/basis': 'BY_HAND', '/payload/reason': 'Liaison rompue, exemplaire papier visé' },
    { '/payload/basis': 'PARTIAL', '/payload/openItems': [2] },
    { '/payload/basis': 'RESOLVED' },
  ]),
);

judge(
  breaks(examples.EnquiryRequest, 'an enquiry', [
    ['R19', { '/payload/respondBy': '2026-11-16T08:00:00Z' }, '/payload/respondBy'],
  ]),
);
judge(
  breaks(examples.EnquiryResponse, 'an answer to an enquiry', [
    ['R17', { '/payload/code': '2' }, '/payload/text'],
    ['R17', { '/payload/code': '4' }, '/payload/text'],
    ['R17', { '/payload/code': '3' }, '/payload/arrivedAt'],
    ['R20', { '/correlationId': undefined }, '/correlationId'],
  ]),
);
judge(
  lawful(examples.EnquiryResponse, 'an answer to an enquiry', [
    { '/payload/code': '2', '/payload/text': 'Arrivé à BF0KOL1' },
    { '/payload/code': '3', '/payload/arrivedAt': '2026-11-10T08:00:00Z' },
    { '/payload/code': '5' },
  ]),
);

judge(
  breaks(examples.RecoveryNotice, 'a recovery', [
    ['R21', { '/payload/amount/amount': 0 }, '/payload/amount/amount'],
    ['R21', { '/payload/amount/currency': 'EUR' }, '/payload/amount/currency'],
  ]),
);
