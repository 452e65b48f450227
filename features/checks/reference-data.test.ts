import { test } from 'node:test';
import {
  codeListPublished,
  holidayPublished,
  itineraryPublished,
  officeOpens,
  referenceDataComplete,
  versionPublished,
} from './reference-data.ts';
import { assertGreen, assertRed, assertRedWhenMisshapen, consulted } from './testing/evidence.ts';

const holiday = { country: 'ML', date: '2026-12-25', name: 'Jour férié fictif' };
const data = {
  offices: [{ code: 'TG0LOM1' }],
  itineraries: [{ corridor: 'LOME-CINKANSE-OUAGADOUGOU' }],
  holidays: [holiday],
  unavailabilities: [],
  versions: [{ country: 'ML', kind: 'HOLIDAYS', version: 3 }],
};
const published = (changes: object = {}) => [consulted('/v0/reference-data', { ...data, ...changes })];
const expected = { office: 'TG0LOM1', corridor: 'LOME-CINKANSE-OUAGADOUGOU' };

test('all five parts with a known office and corridor are as required; each missing thing is seen', () => {
  assertGreen(referenceDataComplete(published(), expected));
  assertRed(referenceDataComplete(published({ versions: undefined }), expected), /unavailabilities$/);
  assertRed(referenceDataComplete(published({ offices: [] }), expected), /bureaux : aucun/);
  assertRed(referenceDataComplete(published({ itineraries: [] }), expected), /itinéraires : aucun/);
  assertRed(referenceDataComplete([], expected), /aucun/);
});

test('a holiday published too early, too late or on another day is seen', () => {
  assertGreen(holidayPublished(published(), holiday, true));
  assertGreen(holidayPublished(published({ holidays: [] }), holiday, false));
  assertRed(holidayPublished(published(), holiday, false), /fictif publié/);
  assertRed(holidayPublished(published({ holidays: [] }), holiday, true), /non publié/);
  assertRed(holidayPublished(published(), { ...holiday, date: '2026-12-26' }, true), /non publié/);
});

test('another version, kind or country is not the one published', () => {
  const version = { country: 'ML', kind: 'HOLIDAYS', version: 3 };
  assertGreen(versionPublished(published(), version));
  assertRed(versionPublished(published(), { ...version, version: 4 }), /: 3$/);
  assertRed(versionPublished(published(), { ...version, kind: 'OFFICES' }), /aucun/);
  assertRed(versionPublished(published(), { ...version, country: 'NE' }), /aucun/);
});

test('reference data of another shape is not as required, and proves no absence either', () => {
  const consult = (answer: unknown) => consulted('/v0/reference-data', answer);
  const version = { country: 'ML', kind: 'HOLIDAYS', version: 3 };
  assertRedWhenMisshapen('offices', consult, (records) => referenceDataComplete(records, expected));
  assertRedWhenMisshapen('holidays', consult, (records) => holidayPublished(records, holiday, true));
  assertRedWhenMisshapen('versions', consult, (records) => versionPublished(records, version));
  assertRed(holidayPublished([consult({ holidays: {} })], holiday, false), /non publiés/);
});

test('an office published without its zone, with other hours, or not at all is seen', () => {
  const hours = { days: [6], opens: '08:00', closes: '12:00' };
  const office = { code: 'NE0NIA1', timeZone: 'Africa/Niamey', openingHours: [hours] };
  const wanted = { timeZone: 'Africa/Niamey', hours: [hours] };
  const judge = (changes: object) =>
    officeOpens(published({ offices: [{ ...office, ...changes }] }), 'NE0NIA1', wanted);
  assertGreen(judge({}));
  assertRed(judge({ timeZone: 'Africa/Lome' }), /: Africa\/Lome$/);
  assertRed(judge({ openingHours: [{ ...hours, closes: '13:00' }] }), /13:00/);
  assertRed(judge({ openingHours: 'toujours' }), /heures publiées : rien/);
  assertRed(judge({ code: 'NE0TER1' }), /fuseau de NE0NIA1 : rien/);
  assertRedWhenMisshapen(
    'offices',
    (answer) => consulted('/v0/reference-data', answer),
    (records) => officeOpens(records, 'NE0NIA1', wanted),
  );
});

test('an itinerary in another order, one without its offices, and none at all are seen', () => {
  const at = (legs: string[], offices: string[]) => [
    consulted('/v0/reference-data', {
      itineraries: [{ corridor: 'A-B', legs: legs.map((office) => ({ office })) }],
      offices: offices.map((code) => ({ code })),
    }),
  ];
  const judge = (records: ReturnType<typeof at>) =>
    itineraryPublished(records, 'A-B', ['TG0AAA1', 'BF0BBB1']);
  assertGreen(judge(at(['TG0AAA1', 'BF0BBB1'], ['BF0BBB1', 'TG0AAA1', 'ML0CCC1'])));
  assertRed(judge(at(['BF0BBB1', 'TG0AAA1'], ['TG0AAA1', 'BF0BBB1'])), /A-B : BF0BBB1/);
  assertRed(judge(at(['TG0AAA1', 'BF0BBB1'], ['TG0AAA1'])), /publiés : TG0AAA1$/);
  assertRed(judge([]), /A-B : rien/);
});

test('a code list without the code, under another version, or not published is seen', () => {
  const expected = { country: 'ML', list: 'hsCodes', version: 2, code: '010121' };
  const data = (codes: unknown, version: unknown) => [
    consulted('/v0/reference-data', {
      codeLists: [{ country: 'ML', list: 'hsCodes', codes }],
      versions: [{ country: 'ML', kind: 'CODE_LIST', list: 'hsCodes', version }],
    }),
  ];
  assertGreen(codeListPublished(data([{ code: '010121' }], 2), expected));
  assertRed(codeListPublished(data([], 2), expected), /codes : aucun/);
  assertRed(codeListPublished(data([{ code: '010121' }], 1), expected), /hsCodes : 1/);
  assertRedWhenMisshapen(
    'codeLists',
    (answer) => consulted('/v0/reference-data', answer),
    (records) => codeListPublished(records, expected),
  );
});
