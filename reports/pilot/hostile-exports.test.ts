import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { pilotColumns } from './columns.ts';
import { readExports } from './read-exports.ts';
import { KEY } from './testing/judge-exports.ts';
import { csvOf, honestLogs, MAPPING, windows1252 } from './testing/pilot-exports.ts';
import { Tokens } from './tokens.ts';

const TG = honestLogs().TG;
const CSV = csvOf(TG);

interface Attempt {
  readonly name?: string;
  readonly mapping?: string;
  readonly skipBadRows?: boolean;
  readonly signal?: AbortSignal;
}

/** Reads one file in a folder of its own; what is left there afterwards comes back too. */
async function attempt(
  bytes: Buffer | string,
  { name = 'tg-journal.csv', mapping = MAPPING, ...more }: Attempt = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'corridor-hostile-'));
  try {
    await writeFile(join(folder, name), typeof bytes === 'string' ? windows1252(bytes) : bytes);
    const columns = pilotColumns.parse(parse(mapping));
    const options = { tokens: new Tokens(KEY), evidence: join(folder, 'out.ndjson'), ...more };
    const ended = await readExports([join(folder, name)], columns, options).catch((error: unknown) => error);
    const left = (await readdir(folder)).filter((file) => file !== name);
    return { ended, left };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function refused(bytes: Buffer | string, message: RegExp, hint: RegExp, more?: Attempt): Promise<void> {
  const { ended, left } = await attempt(bytes, more);
  assert.ok(ended instanceof Error, 'nothing was refused');
  assert.match(ended.message, message);
  assert.doesNotMatch(ended.message, /\n/);
  assert.match((ended as Error & { hint: string }).hint, hint);
  assert.equal((ended as Error & { exitCode: number }).exitCode, 4);
  assert.deepEqual(left, [], 'nothing is left half-written');
}

/** The export with one cell of its third row (line 4) changed. */
function cellChanged(header: string, value: string, row = 2): string {
  return csvOf(TG.map((one, at) => (at === row ? { ...one, [header]: value } : one)));
}

for (const [what, header, value, message, hint] of [
  [
    'a day that does not exist',
    'Date et heure',
    '31/11/2026 08:00:00',
    /line 4, column "Date et heure": found "31\/11\/2026 08:00:00"\.$/,
    /form dd\/MM\/yyyy HH:mm:ss/,
  ],
  [
    'another form of date',
    'Date et heure',
    '2026-11-02 08:00',
    /line 4, column "Date et heure": found "2026-11-02 08:00"/,
    /correct it, or the format/,
  ],
  [
    'a year of two centuries ago',
    'Date et heure',
    '02/11/1826 08:00:00',
    /found "02\/11\/1826 08:00:00"/,
    /Expected a date/,
  ],
  ['no date at all', 'Date et heure', '', /column "Date et heure": found nothing/, /moment of the exchange/],
  [
    'a word that is in no table',
    'Type de message',
    'Bulletin',
    /line 4, column "Type de message": found "Bulletin"/,
    /under values, which message/,
  ],
  [
    'a direction that is in no table',
    'Sens',
    'Transmis',
    /column "Sens": found "Transmis"/,
    /submit, deliver, ignore/,
  ],
  [
    'no identifier',
    'N° du message',
    '',
    /column "N° du message": found nothing/,
    /identifier of its message/,
  ],
  [
    'a number that a spreadsheet cut',
    'N° du message',
    '2,6E+17',
    /found "2,6E\+17"/,
    /spreadsheet made a number of it/,
  ],
  ['a sender nobody knows', 'Expéditeur', 'GH', /column "Expéditeur": found "GH"/, /hub, TG, BF, ML, NE/],
  [
    'a status that the profile does not know',
    'Accusé',
    '200',
    /column "Accusé": found "200"/,
    /202 accepted/,
  ],
  [
    'a reference without a country',
    'Référence T1',
    '12345',
    /column "Référence T1": found "12345"/,
    /departure/,
  ],
  [
    'no reference',
    'Référence T1',
    '',
    /column "Référence T1": found no transit reference of a message AT05/,
    /ignore/,
  ],
  [
    'a formula',
    'Bureau',
    '=HYPERLINK("http://exemple.invalid")',
    /column "Bureau": found the formula "=HYPERLINK/,
    /values, not the formulas/,
  ],
  ['a fault of a spreadsheet', 'Bureau', '#REF!', /found "#REF!", a fault of a spreadsheet/, /mend the cell/],
  ['a control character', 'Bureau', 'TG0\u0007CIN1', /found a control character/, /encoding/],
  [
    'a code that is in no table',
    'Issue',
    'Peut-être',
    /column "Issue": found "Peut-être"/,
    /PASSED, REFUSED/,
  ],
  ['a long cell', 'Bureau', 'x'.repeat(5_000), /found 5000 characters/, /at most 4096/],
] as const)
  test(`${what} is refused with file, line, column, what was seen and what to do`, async () => {
    await refused(cellChanged(header, value), message, hint);
  });

test('a mass with the wrong decimal sign, a negative one, and a road through an unknown country are refused', async () => {
  const changed = (header: string, value: string) => cellChanged(header, value, 0);
  await refused(
    changed('Masse brute (kg)', '21230.55'),
    /line 2, column "Masse brute \(kg\)": found "21230\.55"/,
    /"," before/,
  );
  await refused(changed('Masse brute (kg)', '-5'), /found "-5"/, /0 or more/);
  await refused(changed('Itinéraire', 'TG0LOM1 > GH0ACC1'), /found "GH0ACC1"/, /under offices/);
  await refused(changed('Itinéraire', 'TG0LOM1'), /a road of 1/, /separator/);
});

test('what stands in a column of names is not quoted when it is refused', async () => {
  const { ended } = await attempt(cellChanged('Chauffeur', '=KOFFI', 0));
  assert.match((ended as Error).message, /column "Chauffeur": found what cannot be read there\.$/);
});

test('a cell of 10 MB, torn quotes and rows of another width are refused with their line', async () => {
  const lines = CSV.split('\r\n');
  const rest = lines.slice(4).join('\r\n');
  const head = lines.slice(0, 3).join('\r\n');
  await refused(
    `${head}\r\n"${'x'.repeat(10 * 2 ** 20)}";2\r\n${rest}`,
    /line 4: found a row of more than 4 MiB/,
    /quote is not closed/,
  );
  await refused(
    `${head}\r\n"02/11/2026;Émis\r\n${rest}`,
    /line 4: found a quote that is not closed/,
    /doubled/,
  );
  await refused(
    `${head}\r\n"02"/11/2026;Émis\r\n${rest}`,
    /line 4: found a quote that is not closed, or closed too early/,
    /doubled/,
  );
  await refused(
    `${head}\r\n02/11/2026;Émis\r\n${rest}`,
    /line 4: found 2 cells where 29 belong/,
    /delimiter or a line break/,
  );
  await refused(
    `${head}\r\n${lines[3]};surplus\r\n${rest}`,
    /line 4: found 30 cells where 29 belong/,
    /delimiter/,
  );
});

test('empty cells past the last column, and a value with line breaks, shift nothing', async () => {
  const lines = CSV.split('\r\n');
  const { ended } = await attempt(
    [`${lines[0]};;`, ...lines.slice(1).map((line) => (line ? `${line};;` : ''))].join('\r\n'),
  );
  assert.ok(!(ended instanceof Error), String(ended));
  const broken = csvOf([
    { ...TG[0], Importateur: 'FICTIF\n& FILS' },
    { ...TG[1], 'Date et heure': 'hier' },
  ]);
  await refused(broken, /line 2, column "Importateur"/, /control characters/);
  const noted = MAPPING.replaceAll('      consignee: Importateur\n', '');
  await refused(broken, /line 4, column "Date et heure": found "hier"/, /Expected a date/, {
    mapping: noted,
  });
});

test('a NUL, bytes of another encoding, a spreadsheet and a compressed file are told apart', async () => {
  await refused(
    CSV.replace('Mainlev', 'Mainlev\0'),
    /line 3: found a NUL character/,
    /damaged, or its encoding is utf-16le/,
  );
  const utf8 = MAPPING.replaceAll('windows-1252', 'utf-8');
  await refused(CSV, /line 1: found bytes that are no utf-8/, /windows-1252/, { mapping: utf8 });
  await refused(
    Buffer.from('PK\u0003\u0004xx'),
    /it is a spreadsheet or another archive, no text/,
    /CSV, JSON/,
  );
  await refused(Buffer.from([0x1f, 0x8b, 8, 0]), /it is compressed/, /CSV, JSON/);
  const wide = Buffer.from(`\ufeff${CSV}`, 'utf16le');
  const { ended } = await attempt(wide, { mapping: MAPPING.replaceAll('windows-1252', 'utf-16le') });
  assert.ok(!(ended instanceof Error), String(ended));
});

test('a column that is not there, or there twice, is refused with the names that are', async () => {
  await refused(
    CSV.replace('Accusé', 'Réponse'),
    /it has no column "Accusé"; its first line is "Date et heure", "Sens"/,
    /as it stands there/,
  );
  await refused(CSV.replace('Version', 'Sens'), /it has the column "Sens" twice, as 2 and 7/, /by its place/);
  await refused(
    CSV.replaceAll(';', ','),
    /it has no column "Date et heure"/,
    /delimiter of the mapping is ";"/,
  );
  await refused('', /no column "Date et heure"; its first line is nothing/, /as it stands/);
  const [, ...rows] = CSV.split('\r\n');
  await refused(rows.join('\r\n'), /its first line is no names of columns \(\d+ cells\)/, /header: false/);
});

test('headers in another case, with other spaces or a mark of order are the same headers', async () => {
  const header = CSV.split('\r\n', 1)[0] ?? '';
  const { ended } = await attempt(
    CSV.replace(header, header.toUpperCase().replace('DATE ET', ' Date  et\u00a0')),
  );
  assert.ok(!(ended instanceof Error), String(ended));
});

test('a text that a spreadsheet keeps by ="..." is the text', async () => {
  const { ended } = await attempt(cellChanged('Bureau', '="TG0CIN1"'));
  assert.ok(!(ended instanceof Error), String(ended));
});

test('rows that cannot be read are left out only when asked, counted and told; a file of nothing else is refused', async () => {
  const bad = csvOf(TG.map((row, at) => (at % 4 === 0 ? { ...row, 'Date et heure': 'hier' } : row)));
  const { ended, left } = await attempt(bad, { skipBadRows: true });
  assert.ok(!(ended instanceof Error), String(ended));
  const [file] = (ended as Awaited<ReturnType<typeof readExports>>).files;
  assert.deepEqual([file?.rows, file?.bad, file?.badRows.length], [17, 6, 5]);
  assert.match(
    file?.badRows[0] ?? '',
    /^Failed to read tg-journal\.csv, line 2, column "Date et heure": found "hier"\.$/,
  );
  assert.deepEqual(left, ['out.ndjson']);
  const all = csvOf(TG.map((row) => ({ ...row, 'Date et heure': 'hier' })));
  await refused(all, /23 rows cannot be read, more than can/, /not that of this file/, { skipBadRows: true });
});

test('a file that the mapping does not know, a folder and a missing file are refused', async () => {
  await refused(CSV, /the mapping says nothing of it; it knows "tg-\*\.csv"/, /Add an entry/, {
    name: 'ml-journal.csv',
  });
  const columns = pilotColumns.parse(parse(MAPPING));
  const options = { tokens: undefined, evidence: join(tmpdir(), 'corridor-never-written.ndjson') };
  await assert.rejects(readExports([join(tmpdir(), 'tg-nowhere.csv')], columns, options), {
    code: 'EXPORT_NOT_READ',
    message: /ENOENT/,
  });
});

test('an interrupted reading leaves nothing behind', async () => {
  const stop = new AbortController();
  stop.abort();
  const { ended, left } = await attempt(CSV, { signal: stop.signal });
  assert.equal((ended as { code?: string }).code, 'INTERRUPTED');
  assert.equal((ended as { exitCode?: number }).exitCode, 2);
  assert.deepEqual(left, []);
});
