import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { examples } from '../../profile/messages/examples.ts';
import { hideIdentifiers } from './hide-identifiers.ts';
import { judgeExports, KEY } from './testing/judge-exports.ts';
import { honestLogs, IDENTIFIERS, MAPPING, pilotFolder } from './testing/pilot-exports.ts';
import { TOKEN_PREFIX, Tokens } from './tokens.ts';

const tokens = new Tokens(KEY);

test('the same value under one key is one token, under another key another; spacing and composed accents make no difference', () => {
  const name = 'TRANSIT SYNTHÉTIQUE SARL';
  const token = tokens.of(name);
  assert.match(token, /^jeton-[0-9a-f]{24}$/);
  assert.equal(new Tokens(Buffer.from(KEY)).of(`  ${name.normalize('NFD')}\u00a0`), token);
  assert.equal(tokens.of('TRANSIT  SYNTHÉTIQUE SARL'), token);
  assert.notEqual(new Tokens(randomBytes(32)).of(name), token);
  assert.notEqual(tokens.of('TRANSIT SYNTHETIQUE SARL'), token);
});

test('a key that could be found by trying is refused, and never shows', () => {
  assert.throws(() => new Tokens(Buffer.from('court')), /it has 5 bytes\. Give 16 or more\.$/);
  assert.doesNotMatch(JSON.stringify(tokens), /clé/);
  assert.equal(Object.keys(tokens).length, 0);
});

/** The tokens that a seat's evidence has in the place of names. */
const tokensIn = (text: string): Set<string> => new Set(text.match(/jeton-[0-9a-f]{24}/g));

test('no identifier is in the evidence, nor the key; one name in two files is one token; another key gives other tokens', async () => {
  await using folder = await pilotFolder(honestLogs());
  const textOf = async (key: Buffer) => {
    const evidence = join(folder.path, `${key.length}.ndjson`);
    await judgeExports(folder.files, MAPPING, { evidence, tokens: new Tokens(key) });
    return await readFile(evidence, 'utf8');
  };
  const text = await textOf(KEY);
  for (const secret of [...IDENTIFIERS, KEY.toString(), KEY.toString('hex'), KEY.toString('base64')])
    assert.ok(!text.includes(secret) && !text.toLowerCase().includes(secret.toLowerCase()), secret);
  // Sent by TG in one file and received by BF and NE in others: five names, five tokens.
  assert.equal(tokensIn(text).size, IDENTIFIERS.length);
  const other = tokensIn(await textOf(Buffer.from('une autre clé, d’essai')));
  assert.deepEqual(
    [...tokensIn(text)].filter((token) => other.has(token)),
    [],
  );
});

test('identifiers stay where that is asked for', async () => {
  await using folder = await pilotFolder(honestLogs());
  const evidence = join(folder.path, 'kept.ndjson');
  await judgeExports(folder.files, MAPPING, { evidence, tokens: undefined });
  const text = await readFile(evidence, 'utf8');
  for (const name of IDENTIFIERS) assert.ok(text.includes(name), name);
});

test('of a JSON payload only what reconciling reads stays; names, free texts, plates and what the profile does not know become tokens', () => {
  const { payload } = examples.TransitNotice;
  const secrets = {
    transporteur: { nom: 'MOUSSA INVENTÉ', téléphone: 22_890_000_000 },
    '+228 90 00 00 00': 'clé',
    remarks: 'Appeler KOFFI au 90 00 00 00',
    office: 'KOFFI L’INVENTÉ',
    differences: [{ pointer: '/consignee/name', declared: 'ANCIEN', found: 'NOUVEAU' }],
    position: { latitudeDeg: 6.123, longitudeDeg: 1.2 },
  };
  const text = JSON.stringify(hideIdentifiers({ ...payload, ...secrets }, tokens));
  const { name, taxId, address } = payload.principal;
  for (const secret of [
    ...[
      name,
      taxId,
      address,
      payload.vehicle.driver,
      payload.vehicle.plate,
      payload.exporter.name,
      'BF-IFU-0000001',
    ],
    ...[
      'MOUSSA',
      '22890000000',
      '228 90',
      'KOFFI',
      '90 00',
      'ANCIEN',
      'NOUVEAU',
      '6.123',
      'Riz blanchi',
      'BL-FICTIF',
    ],
  ])
    assert.ok(secret !== undefined && !text.includes(secret), secret);
  const kept = JSON.parse(text) as typeof payload;
  assert.deepEqual(kept.itinerary, payload.itinerary);
  assert.equal(kept.totalGrossMassKg, payload.totalGrossMassKg);
  assert.equal(kept.items[0]?.packages.kind, 'BG');
  assert.deepEqual(
    kept.seals.map(({ number }) => number),
    payload.seals.map(({ number }) => number),
  );
  assert.equal(kept.principal.name, kept.declarant.name);
  assert.ok(kept.principal.name.startsWith(TOKEN_PREFIX));
});

test('what is nested without end, or holds half a character, is hidden like all else', () => {
  let deep: unknown = 'KOFFI';
  for (let level = 0; level < 5_000; level += 1) deep = level % 2 === 0 ? [deep] : { items: deep };
  const text = JSON.stringify(
    hideIdentifiers({ items: deep, autre: '\ud800 KOFFI', remarks: '\ud800 KOFFI' }, tokens),
  );
  assert.ok(!text.includes('KOFFI'));
});

test('the same message in two exports as JSON gives the same tokens, whatever the order of its members', async () => {
  await using folder = await pilotFolder({ TG: [], BF: [], NE: [] });
  const message = { ...examples.TransitNotice, messageId: 'M1' };
  const shuffled = { ...message, payload: Object.fromEntries(Object.entries(message.payload).reverse()) };
  const row = (kind: string, body: object) =>
    JSON.stringify({ quand: '2026-11-02T08:00:00Z', kind, corps: body });
  const files = [join(folder.path, 'a.ndjson'), join(folder.path, 'b.json')];
  await writeFile(files[0] ?? '', `${row('submit', message)}\n`);
  await writeFile(files[1] ?? '', `[\n${row('deliver', shuffled)}]`);
  const evidence = join(folder.path, 'out.ndjson');
  const { books, read } = await judgeExports(
    files,
    `exports:
  - files: ["a.*", "b.*"]
    columns:
      at: quand
      kind: kind
      receiver: { value: BF }
      status: { value: 202 }
      message: corps
`,
    { evidence, underWay: true },
  );
  assert.equal(read.compared, 'payload');
  assert.deepEqual(books.findings, []);
  const text = await readFile(evidence, 'utf8');
  assert.ok(!text.includes('SYNTHETIQUE') && !text.includes('CHAUFFEUR') && !text.includes('TG-0001'));
});

test('a word in the place of an object is replaced, and what is no code in a field of codes', () => {
  const shown = hideIdentifiers({ by: 'Koffi', terms: 'KOFFI.A', code: 'OK', state: 'Jean Paul' }, tokens);
  assert.deepEqual(shown, {
    by: tokens.of('Koffi'),
    terms: tokens.of('KOFFI.A'),
    code: 'OK',
    state: tokens.of('Jean Paul'),
  });
});
