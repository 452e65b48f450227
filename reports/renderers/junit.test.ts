import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readRun } from '../model/read-run.ts';
import { exampleRequirements } from '../testing/example-features.ts';
import { temporaryRun } from '../testing/temporary-run.ts';
import { renderJunit } from './junit.ts';

interface Case {
  readonly '@name': string;
  readonly '@classname': string;
  readonly '@file': string;
  readonly properties: {
    readonly property: readonly { readonly '@name': string; readonly '@value': string }[];
  };
  readonly failure?: { readonly '@type': string; readonly '@message': string; readonly '#text': string };
  readonly error?: { readonly '@type': string; readonly '#text': string };
  readonly skipped?: { readonly '@message': string };
}

interface Document {
  readonly testsuites: {
    readonly testsuite: readonly {
      readonly '@name': string;
      readonly '@tests': string;
      readonly testcase: readonly Case[];
    }[];
  };
}

async function exampleXml(): Promise<string> {
  await using run = await temporaryRun();
  return renderJunit(await readRun(run.folder, exampleRequirements));
}

const read = (xml: string): Document =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => ['testsuite', 'testcase', 'property'].includes(name),
  }).parse(xml);

const caseNamed = ({ testsuites }: Document, start: string): Case => {
  const found = testsuites.testsuite
    .flatMap(({ testcase }) => testcase)
    .find((one) => one['@name'].startsWith(start));
  assert.ok(found, start);
  return found;
};

test('the file is well-formed XML, hostile names included, without characters that XML cannot hold', async () => {
  const xml = await exampleXml();
  assert.equal(XMLValidator.validate(xml), true);
  assert.doesNotMatch(xml, /[^\P{Cc}\n]/u);
  assert.match(
    xml,
    /^<testsuites name="corridor 20261121-083000-essai" tests="9" failures="3" errors="2" skipped="1" time="41.200">/m,
  );
});

test('a failure carries requirement, expected, observed, and the line that runs this one scenario again', async () => {
  const { failure, ...rest } = caseNamed(read(await exampleXml()), 'un avis sans nombre');
  assert.equal(rest['@classname'], 'passage.frontiere');
  assert.equal(rest['@file'], 'features/passage/frontiere.feature');
  assert.equal(failure?.['@type'], 'ERR-002');
  assert.match(failure['#text'], /On attendait «\u00a0MISSING_FIELD .*ERR-002/);
  assert.match(
    failure['#text'],
    /--scenario passage\/frontiere#un-avis-sans-nombre-de-scelles-est-refuse-a-sa-place --seed 7/,
  );
});

test('what is inconclusive and what is our fault are errors of different types; not applicable is skipped', async () => {
  const document = read(await exampleXml());
  assert.equal(caseNamed(document, 'la remise reprend').error?.['@type'], 'inconclusive');
  assert.equal(caseNamed(document, 'la durée').error?.['@type'], 'error');
  assert.match(caseNamed(document, 'une remise sans').skipped?.['@message'] ?? '', /sécurité/);
});

test('each case has its stable id, and no two share class and name', async () => {
  const cases = read(await exampleXml()).testsuites.testsuite.flatMap(({ testcase }) => testcase);
  const ids = cases.map(
    ({ properties }) => properties.property.find((one) => one['@name'] === 'corridor.id')?.['@value'],
  );
  assert.ok(ids.includes('passage/frontiere#le-passage-a-bureau-parvient-au-bureau-de-depart/2'));
  assert.equal(new Set(cases.map((one) => `${one['@classname']} ${one['@name']}`)).size, cases.length);
});
