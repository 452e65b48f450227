import { XMLBuilder } from 'fast-xml-parser';
import type { JudgedFinding } from '../evidence/run.ts';
import type { RequirementRow, RunModel, ScenarioModel } from '../model/run-model.ts';
import { catalogue } from './catalogue.ts';
import { explain } from './explanation.ts';
import { durationOf } from './json.ts';
import { replayLine } from './replay-line.ts';

const texts = catalogue.fr;

/** What XML 1.0 cannot hold, escaped or not: control characters, lone surrogates, non-characters. */
const NOT_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff\p{Cs}]/gu;

const clean = (text: string): string => text.replace(NOT_XML, '\ufffd');

type Node = { readonly [key: string]: unknown };
type Rows = ReadonlyMap<string, RequirementRow>;

/**
 * The run as JUnit XML, as GitLab, GitHub actions and Jenkins read it: one suite a feature, one case a scenario.
 * `fail` is a failure; `error` and `inconclusive` are errors, told apart by `type`; `not-applicable` is skipped.
 * The stable id is the property `corridor.id` and stands in the replay line of everything that is red.
 */
export function renderJunit(model: RunModel): string {
  const byFeature = Map.groupBy(model.scenarios, ({ featurePath }) => featurePath);
  const requirements: Rows = new Map(model.requirements.map((row) => [row.id, row]));
  const suites = [...byFeature].map(([path, scenarios]) => suite(path, scenarios, model, requirements));
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `corridor ${model.run.runId}`,
      ...totals(model.scenarios),
      '@time': seconds(durationOf(model.run)),
      testsuite: suites,
    },
  };
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
  });
  return `${String(builder.build(cleanAll(document))).trimEnd()}\n`;
}

function suite(path: string, scenarios: readonly ScenarioModel[], model: RunModel, requirements: Rows): Node {
  const { run } = model;
  const properties = {
    'corridor.runId': run.runId,
    'corridor.verdict': model.verdict,
    'corridor.seed': String(run.seed),
    'corridor.salt': run.salt,
    'corridor.target': run.target.name,
    'corridor.replay': run.replay,
  };
  return {
    '@name': scenarios[0]?.feature || path,
    ...totals(scenarios),
    '@time': seconds(scenarios.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    '@timestamp': run.startedAt,
    properties: { property: asProperties(properties) },
    testcase: scenarios.map((scenario) => testCase(scenario, run, requirements)),
  };
}

function totals(scenarios: readonly ScenarioModel[]): Node {
  const count = (...verdicts: string[]): number =>
    scenarios.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    '@tests': scenarios.length,
    '@failures': count('fail'),
    '@errors': count('error', 'inconclusive'),
    '@skipped': count('not-applicable'),
  };
}

function testCase(scenario: ScenarioModel, run: RunModel['run'], requirements: Rows): Node {
  const { id, name, row, featurePath, durationMs, verdict } = scenario;
  const properties = {
    'corridor.id': id,
    'corridor.verdict': verdict,
    'corridor.requirements': scenario.requirements.join(' '),
  };
  return {
    // Outline rows share their name; CI systems merge cases of one name.
    '@name': row === undefined ? name : `${name} (${row})`,
    '@classname': featurePath.replaceAll('/', '.'),
    '@file': `features/${featurePath}.feature`,
    '@time': seconds(durationMs),
    properties: { property: asProperties(properties) },
    ...outcome(scenario, replayLine(run, id), requirements),
  };
}

function outcome(scenario: ScenarioModel, replay: string, requirements: Rows): Node {
  const { verdict, reason = '', findings } = scenario;
  if (verdict === 'pass') return {};
  const bad = findings.filter((finding) => finding.verdict !== 'pass');
  const [first] = bad;
  const explained = (finding: JudgedFinding): string =>
    explain(finding, requirements.get(finding.requirement));
  const message = first ? explained(first) : reason;
  if (verdict === 'not-applicable') return { skipped: { '@message': reason } };
  const lines = [
    `${texts.verdict[verdict]}${reason ? ` : ${reason}` : ''}`,
    ...bad.map(explained),
    ...scenario.steps
      .filter(({ status }) => status === 'failed')
      .map(({ keyword, text, error }) => `${keyword} ${text}\n  ${error ?? ''}`.trim()),
    `${texts.replayOne} : ${replay}`,
  ];
  const node = { '@message': message || texts.verdict[verdict], '#text': lines.join('\n') };
  if (verdict === 'fail') return { failure: { ...node, '@type': first?.requirement ?? 'non-conformity' } };
  return { error: { ...node, '@type': verdict } };
}

const asProperties = (values: Readonly<Record<string, string>>): Node[] =>
  Object.entries(values).map(([name, value]) => ({ '@name': name, '@value': value }));

const seconds = (durationMs: number): string => (durationMs / 1_000).toFixed(3);

function cleanAll(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanAll(inner)]));
}
