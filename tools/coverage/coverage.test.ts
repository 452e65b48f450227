import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Requirement } from '../../profile/export/requirements.ts';
import { deviationProblems } from './deviation-coverage.ts';
import { glossaryProblems, glossaryRows } from './glossary-coverage.ts';
import { citationProblems, requirementProblems } from './requirement-coverage.ts';
import { scenariosOf } from './specification.ts';
import { parameterNames, type StepDefinition, stepProblems } from './step-coverage.ts';
import { typographyProblems } from './typography.ts';

const FEATURE = `# language: fr
Fonctionnalité: Essai
  @RTE-001
  Règle: Une règle
    @nominal @RTE-002
    Scénario: le premier
      Quand un pas
    Scénario: le second
      Quand un autre pas
  Règle: Sans exigence
    Plan du scénario: le troisième
      Quand le pas <n>
      Exemples:
        | n |
        | 1 |
        | 2 |
`;
const { scenarios } = scenariosOf([{ path: 'a.feature', text: FEATURE }]);
const requirement = (id: string, reason = ''): Requirement => ({
  id,
  reason,
  level: 'MUST',
  seat: 'hub',
  class: 'base',
  clause: 'states',
  fr: `Texte ${id}.`,
  en: 'Text.',
  source: 'P01',
});
const definition = (pattern: string | RegExp, matches: RegExp): StepDefinition => ({
  uri: 'a.steps.ts',
  line: 1,
  pattern,
  matchesStepName: (text) => matches.test(text),
});

test('a scenario cites the requirements of its own tags and of its rule, and each row of an outline counts', () => {
  assert.deepEqual(
    scenarios.map(({ name, requirements }) => [name, requirements]),
    [
      ['le premier', ['RTE-001', 'RTE-002']],
      ['le second', ['RTE-001']],
      ['le troisième', []],
      ['le troisième', []],
    ],
  );
});

test('a heading tagged @hypothese says below what is assumed', () => {
  const assuming = (description: string) => `# language: fr
Fonctionnalité: Essai
  @hypothese
  Règle: Les horaires${description}
    Scénario: de jour
      Quand un pas
`;
  const problemsOf = (text: string) => scenariosOf([{ path: 'c.feature', text }]).problems;
  assert.match(problemsOf(assuming('')).join(), /^c\.feature: Les horaires: @hypothese, but no line/);
  assert.deepEqual(problemsOf(assuming('\n    Les heures sont supposées.\n')), []);
});

test('a feature that does not parse is a problem with its path', () => {
  const { problems } = scenariosOf([{ path: 'b.feature', text: 'pas de fonctionnalité ici\n' }]);
  assert.match(problems.join(), /^b\.feature does not parse/);
});

test('requirements and scenarios must name each other, or give a reason', () => {
  const register = [
    requirement('RTE-001'),
    requirement('RTE-003'),
    requirement('RTE-002', 'Plus tard.'),
    requirement('RTE-004', 'Plus tard.'),
  ];
  const problems = requirementProblems(register, scenarios).join('\n');
  assert.match(problems, /RTE-003 has neither scenario nor reason/);
  assert.match(problems, /RTE-002 has a scenario and still a reason/);
  assert.match(problems, /le troisième: cites no requirement/);
  assert.doesNotMatch(problems, /RTE-001|RTE-004/);
  assert.match(requirementProblems([], scenarios).join('\n'), /cites RTE-001, which is not in the register/);
});

test('a deviation that violates an unknown requirement is a problem', () => {
  const source = { path: 'd.ts', text: "violates: ['RTE-001', 'RTE-999']" };
  assert.deepEqual(citationProblems([requirement('RTE-001')], [source]), [
    'd.ts: cites RTE-999, which is not in the register',
  ]);
});

test('a judged MUST of the hub without deviation is a problem; a reason, a SHOULD or another seat is not', () => {
  const register = [
    requirement('RTE-001'),
    requirement('RTE-002'),
    requirement('RTE-003', 'Plus tard.'),
    { ...requirement('RTE-004'), level: 'SHOULD' as const },
    { ...requirement('RTE-005'), seat: 'customs' as const },
  ];
  const problems = deviationProblems(register, [{ name: 'one', violates: ['RTE-001'] }]);
  assert.deepEqual(problems, ['RTE-002 has no deviation that violates it: Texte RTE-002.']);
});

test('a deviation that shows only under load is no proof that scenarios can fail', () => {
  const underLoad = { foundBy: ['told-twice'] };
  const problems = deviationProblems(
    [requirement('RTE-001')],
    [{ name: 'one', violates: ['RTE-001'], underLoad }],
  );
  assert.deepEqual(problems, ['RTE-001 has no deviation that violates it: Texte RTE-001.']);
});

test('a deviation claims only what the hub must do and a scenario judges', () => {
  const register = [
    requirement('RTE-001'),
    requirement('RTE-003', 'Plus tard.'),
    { ...requirement('RTE-005'), seat: 'customs' as const },
  ];
  const claims = ['RTE-001', 'RTE-003', 'RTE-005', 'RTE-999'];
  const problems = deviationProblems(register, [
    { name: 'many', violates: claims },
    { name: 'none', violates: [] },
  ]);
  assert.deepEqual(problems, [
    'deviation many violates RTE-003, which no scenario judges yet',
    "deviation many violates RTE-005, which is not the hub's",
    'deviation many violates RTE-999, which is not in the register',
    'deviation none names no requirement',
  ]);
});

test('undefined, ambiguous and unused steps are told with their place', () => {
  const definitions = [
    definition('un pas', /^un pas$/),
    definition('un {int} pas', /^un autre pas$|^un pas$/),
    definition(/jamais/, /jamais/),
  ];
  const problems = stepProblems(definitions, scenarios).join('\n');
  assert.match(problems, /ambiguous step: un pas/);
  assert.match(problems, /undefined step: le pas 1/);
  assert.match(problems, /unused step: a\.steps\.ts:1 \(\/jamais\/\)/);
});

test('the parameters of steps must stand in the glossary, and its names in the code', () => {
  const rows = glossaryRows(
    '| français | English | code | meaning |\n|---|---|---|---|\n| pays | country | `country` | x; parameter `{countries}` |\n| rien | nothing | `noSuchName` | y |\n',
  );
  assert.equal(rows.length, 2);
  const parameters = parameterNames([definition('{country} {countries} {int} {control_result}', /x/)]);
  assert.deepEqual(parameters, ['control_result', 'countries', 'country']);
  const problems = glossaryProblems(rows, parameters, [{ path: 'a.ts', text: 'const country = 1;' }]);
  assert.deepEqual(problems, [
    'parameter {control_result} of a step is not in docs/glossary.md',
    'docs/glossary.md gives "rien" the name noSuchName, which no source holds',
  ]);
});

test('characters that make a French step undefined are told with their line', () => {
  const text = `une ligne\nl${String.fromCharCode(0x2019)}avis\n${'e\u0301'}tat`;
  assert.deepEqual(typographyProblems([{ path: 'a.feature', text }]), [
    'a.feature: is not in Unicode form NFC: save it again as NFC',
    "a.feature:2: found a curly apostrophe: write '",
  ]);
});
