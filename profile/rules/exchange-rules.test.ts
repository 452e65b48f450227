import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../messages/examples.ts';
import { breaks, type Case, lawful } from '../testing/rule-table.ts';
import { messagesOf } from './rule.ts';
import { rules } from './rules.ts';

const judge = (cases: readonly Case[]) => {
  for (const { title, seen, expected } of cases) test(title, () => assert.deepEqual(seen(), expected));
};

const OTHER_ID = '01a19b61-2f40-7000-8000-00000000ffff';

judge(
  breaks(examples.MovementResponse, 'an answer to a query', [
    ['R18', { '/payload/movement': undefined }, '/payload/movement'],
    ['R18', { '/payload/rejection': 'UNKNOWN' }, '/payload/rejection'],
    ['R18', { '/payload/outcome': 'REJECTED', '/payload/rejection': 'UNKNOWN' }, '/payload/movement'],
    ['R18', { '/payload/outcome': 'REJECTED', '/payload/movement': undefined }, '/payload/rejection'],
    ['R20', { '/correlationId': undefined }, '/correlationId'],
  ]),
);
judge(
  lawful(examples.MovementResponse, 'an answer to a query', [
    {
      '/payload/outcome': 'REJECTED',
      '/payload/rejection': 'NOT_AUTHORISED',
      '/payload/movement': undefined,
    },
  ]),
);

judge(
  breaks(examples.Acknowledgement, 'an acknowledgement', [
    ['R20', { '/correlationId': undefined }, '/correlationId'],
    ['R20', { '/payload/relatesTo': OTHER_ID }, '/payload/relatesTo'],
  ]),
);
judge(
  breaks(examples.FunctionalError, 'a functional error', [
    ['R20', { '/payload/relatesTo': OTHER_ID }, '/payload/relatesTo'],
  ]),
);
judge(
  lawful(examples.SyntaxError, 'a syntax error about a message without readable id', [
    { '/correlationId': undefined, '/payload/relatesTo': undefined },
  ]),
);

judge(
  breaks(examples.FindingNotice, 'a finding notice', [
    ['R37', { '/payload/office': undefined }, '/payload/office'],
    ['R37', { '/payload/country': undefined }, '/payload/country'],
    ['R37', { '/payload/kind': 'duplicate-id', '/payload/relatesTo': undefined }, '/payload/relatesTo'],
    [
      'R37',
      { '/payload/kind': 'overdue', '/payload/transitReference': undefined },
      '/payload/transitReference',
    ],
  ]),
);
judge(
  lawful(examples.FindingNotice, 'a finding notice', [
    {
      '/payload/kind': 'duplicate-id',
      '/payload/country': undefined,
      '/payload/office': undefined,
      '/payload/transitReference': undefined,
    },
  ]),
);

const terms = {
  kind: 'reservable',
  referenceAmount: 50_000_000,
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  countries: ['TG', 'BF'],
};
const register = {
  ...examples.GuaranteeRequest,
  payload: {
    operation: 'REGISTER',
    guaranteeReference: '26TG000000000CCI6',
    accessCode: 'TEST',
    holderTaxId: 'TG-NIF-0000001',
    terms,
  },
};

judge(
  breaks(register, 'the registration of a guarantee', [
    ['R12', { '/payload/terms/referenceAmount': undefined }, '/payload/terms/referenceAmount'],
    ['R12', { '/payload/terms/receipt': 'R-1' }, '/payload/terms/receipt'],
    ['R12', { '/payload/terms/validUntil': '2026-01-01T00:00:00Z' }, '/payload/terms/validUntil'],
    [
      'R12',
      { '/payload/terms': { ...terms, kind: 'fund', receipt: 'R-1' } },
      '/payload/terms/referenceAmount',
    ],
    ['R35', { '/payload/terms': undefined }, '/payload/terms'],
  ]),
);
judge(
  lawful(register, 'the registration of a guarantee', [
    {},
    {
      '/payload/terms/kind': 'fund',
      '/payload/terms/receipt': 'R-1',
      '/payload/terms/referenceAmount': undefined,
    },
  ]),
);

judge(
  breaks(examples.GuaranteeRequest, 'a request to the guarantee register', [
    ['R35', { '/payload/transitReference': undefined }, '/payload/transitReference'],
    ['R35', { '/payload/amount': undefined }, '/payload/amount'],
    ['R35', { '/payload/countries': undefined }, '/payload/countries'],
    ['R35', { '/payload/terms': terms }, '/payload/terms'],
    [
      'R35',
      { '/payload/operation': 'RELEASE', '/payload/transitReference': undefined },
      '/payload/transitReference',
    ],
    ['R35', { '/payload/operation': 'CLAIM', '/payload/amount': undefined }, '/payload/amount'],
    ['R35', { '/payload/operation': 'QUERY', '/payload/countries': undefined }, '/payload/countries'],
  ]),
);
judge(
  lawful(examples.GuaranteeRequest, 'a request to the guarantee register', [
    { '/payload/operation': 'CANCEL', '/payload/transitReference': undefined, '/payload/amount': undefined },
  ]),
);

judge(
  breaks(examples.GuaranteeResult, 'an answer of the guarantee register', [
    ['R36', { '/payload/reasons': ['G01'] }, '/payload/reasons'],
    ['R36', { '/payload/accepted': false }, '/payload/reasons'],
    ['R20', { '/correlationId': undefined }, '/correlationId'],
  ]),
);

const holidays = { kind: 'HOLIDAYS', holidays: [{ date: '2026-12-25', name: 'Noël' }] };

judge(
  breaks(examples.ReferenceDataNotice, 'a notice of reference data', [
    [
      'R29',
      { '/payload/content': holidays, '/payload/effectiveFrom': '2026-11-03T07:59:59Z' },
      '/payload/effectiveFrom',
    ],
  ]),
);
judge(
  lawful(examples.ReferenceDataNotice, 'a notice of reference data', [
    { '/payload/content': holidays, '/payload/effectiveFrom': '2026-11-03T08:00:00Z' },
    { '/payload/effectiveFrom': '2026-11-02T08:00:00Z' },
  ]),
);

test('rules have each an id, in order, and texts in two languages', () => {
  const ids = rules.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort());
  for (const { id, fr, en, pointer, source } of rules) {
    for (const text of [fr, en, pointer, source]) assert.ok(text.length > 10, `${id}: ${text}`);
  }
});

test('a rule says which messages it concerns', () => {
  const named = (id: string) => rules.filter((rule) => rule.id === id).flatMap(messagesOf);
  assert.deepEqual(named('R06'), ['TransitNotice', 'DepartureRelease']);
  assert.deepEqual(named('R26'), ['DepartureRelease']);
});
