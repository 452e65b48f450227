import type { Attachment, Duration, PickleStep, TestStepFinished, Timestamp } from '@cucumber/messages';
import {
  CONTEXT_MEDIA_TYPE,
  FINDING_MEDIA_TYPE,
  type JudgedFinding,
  judgedFinding,
  type ScenarioContext,
  scenarioContext,
  type Verdict,
} from '../evidence/run.ts';
import type { GherkinIndex, GherkinPlace } from './gherkin-text.ts';
import type { RecordedCase } from './read-messages.ts';
import type { ScenarioModel, StepModel, StepStatus } from './run-model.ts';

/** A scenario before exchanges are given to it; `conversations` are those that it owns. */
export interface ReadScenario {
  readonly scenario: Omit<ScenarioModel, 'exchanges' | 'seats'>;
  readonly conversations: readonly string[];
}

const REQUIREMENT_TAG = /^@([A-Z]{2,}(?:-[A-Z]+)*-\d+)$/;

/** Puts together what Cucumber and the scenario itself say. A scenario without context is an error of ours. */
export function readScenario(recorded: RecordedCase, index: GherkinIndex): ReadScenario {
  const { pickle } = recorded;
  const findings = attached(recorded, FINDING_MEDIA_TYPE, (value) => judgedFinding.parse(value));
  const [context] = attached(recorded, CONTEXT_MEDIA_TYPE, (value) => scenarioContext.parse(value)).reverse();
  const place = index.placeOf(pickle.astNodeIds);
  const featurePath = pathOf(pickle.uri);
  const tags = pickle.tags.map(({ name }) => name);
  const cited = tags.flatMap((tag) => REQUIREMENT_TAG.exec(tag)?.[1] ?? []);
  const scenario = {
    id: context?.id ?? fallbackId(featurePath, place),
    featurePath,
    ...placeFields(place, pickle.name),
    stage: featurePath.includes('/') ? (featurePath.split('/')[0] ?? '') : featurePath,
    tags,
    assumptions: place.assumptions,
    requirements: [...new Set([...cited, ...findings.map(({ requirement }) => requirement)])],
    steps: stepsOf(recorded, index),
    ...verdictOf(recorded, context, findings),
    findings,
    corridors: context?.corridors ?? [],
    road: context?.road ?? [],
    durationMs: durationOf(recorded),
  };
  return { scenario, conversations: context?.conversations ?? [] };
}

function placeFields(place: GherkinPlace, pickleName: string) {
  return {
    feature: place.feature,
    name: pickleName || place.scenario,
    ...(place.rule !== undefined && { rule: place.rule }),
    ...(place.row !== undefined && { row: place.row }),
  };
}

/** `features/depart/mainlevee.feature` -> `depart/mainlevee`, also from an absolute path. */
const pathOf = (uri: string): string =>
  uri
    .replaceAll('\\', '/')
    .replace(/^(?:.*\/)?features\//, '')
    .replace(/\.feature$/, '');

/** Only for a scenario that left no context: the same shape as the id that it would have given itself. */
function fallbackId(featurePath: string, { scenario, row }: GherkinPlace): string {
  const plain = scenario.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return `${featurePath}#${slug}${row === undefined ? '' : `/${row}`}`;
}

type Judged = { readonly verdict: Verdict; readonly reason?: string };

/** The context decides; but a pass needs a finding and bears none that failed. */
function verdictOf(
  recorded: RecordedCase,
  context: ScenarioContext | undefined,
  findings: readonly JudgedFinding[],
): Judged {
  if (!context) {
    const reason = recorded.finished
      ? "Le scénario n'a pas laissé son contexte : la preuve est incomplète."
      : "La campagne s'est arrêtée pendant ce scénario.";
    return { verdict: 'error', reason };
  }
  const { verdict, reason } = context;
  if (verdict === 'pass' && findings.length === 0)
    return { verdict: 'error', reason: "Le scénario n'a rien jugé." };
  if (verdict === 'pass' && findings.some((finding) => finding.verdict === 'fail'))
    return { verdict: 'fail' };
  return { verdict, ...(reason !== undefined && { reason }) };
}

/** Attachments of one media type, parsed; one that cannot be read counts for nothing, so no pass rests on it. */
function attached<Value>(
  { attachments }: RecordedCase,
  mediaType: string,
  parse: (value: unknown) => Value,
): Value[] {
  return attachments
    .filter((attachment) => attachment.mediaType === mediaType)
    .flatMap((attachment) => {
      try {
        return [parse(JSON.parse(textOf(attachment)))];
      } catch {
        return [];
      }
    });
}

const textOf = ({ body, contentEncoding }: Attachment): string =>
  contentEncoding === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body;

/** The French text with the status of each line; of the hooks only those that failed. */
function stepsOf({ pickle, testCase, results }: RecordedCase, index: GherkinIndex): StepModel[] {
  const pickleSteps = new Map(pickle.steps.map((step) => [step.id, step]));
  return testCase.testSteps.flatMap(({ id, pickleStepId }) => {
    const result = results.get(id);
    const step = pickleSteps.get(pickleStepId ?? '');
    if (step)
      return [{ keyword: index.keywordOf(step), text: step.text, ...argumentOf(step), ...resultOf(result) }];
    return result?.testStepResult.status === 'FAILED' ? [{ keyword: '', text: '', ...resultOf(result) }] : [];
  });
}

function argumentOf({ argument }: PickleStep): Pick<StepModel, 'table' | 'docString'> {
  const table = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
  const docString = argument?.docString?.content;
  return { ...(table && { table }), ...(docString !== undefined && { docString }) };
}

function resultOf(result: TestStepFinished | undefined): Pick<StepModel, 'status' | 'error' | 'trace'> {
  if (!result) return { status: 'missing' };
  const { status, message, exception } = result.testStepResult;
  const lower = status.toLowerCase() as StepStatus;
  if (status !== 'FAILED' || message === undefined) return { status: lower };
  const [first = ''] = message.split(/\n\s+at /);
  return { status: lower, error: exception?.message ?? first, trace: withoutPlaces(message) };
}

/** A report travels: where things lie on the machine that made it is nobody's business. */
const withoutPlaces = (trace: string): string =>
  trace.replace(
    /^(\s+at .*?)(?:file:\/\/)?((?:[A-Za-z]:)?[\\/][^\s()]+)/gm,
    (_line, before: string, path: string) => {
      const [inside = path.split(/[\\/]/).at(-1)] = HOUSE.exec(path) ?? [];
      return before + inside;
    },
  );

const HOUSE = /(?:profile|fixtures|simulators|features|reports|cli|node_modules)[\\/].*$/;

function durationOf({ started, finished, results }: RecordedCase): number {
  if (finished) return Math.max(0, msOf(finished.timestamp) - msOf(started.timestamp));
  return [...results.values()].reduce((sum, { testStepResult }) => sum + msOf(testStepResult.duration), 0);
}

const msOf = ({ seconds, nanos }: Timestamp | Duration): number =>
  Math.round(seconds * 1_000 + nanos / 1_000_000);
