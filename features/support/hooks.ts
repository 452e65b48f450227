import {
  After,
  Before,
  type ITestCaseHookParameter,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
} from '@cucumber/cucumber';
import type { CorridorData } from '../../fixtures/corridors/corridor-data.ts';
import { CONTEXT_MEDIA_TYPE, type ScenarioContext } from '../../reports/evidence/run.ts';
import { whyNotApplicable } from './capabilities.ts';
import { HarnessError, NotApplicableError } from './errors.ts';
import { scenarioId } from './scenario-identity.ts';
import { undefinedStepOf } from './undefined-step.ts';
import { type ScenarioEnd, verdictOf } from './verdict.ts';
import type { CorridorWorld } from './world.ts';

/** Longer than any single answer we wait for (30 s) and the drain barrier (10 s) together. */
const STEP_LIMIT_MS = 90_000;
const REQUIREMENT = /^@([A-Z]{3}-\d{3})$/;

const OVER = {
  interrupted: 'La campagne a été interrompue avant ce scénario.',
  killed: "La campagne s'est arrêtée à la première non-conformité.",
} as const;

setDefaultTimeout(STEP_LIMIT_MS);

// The first thing thrown decides the verdict; Cucumber hands the After hook only what the last step threw.
setDefinitionFunctionWrapper((step: (...values: unknown[]) => unknown) => {
  return async function (this: CorridorWorld, ...values: unknown[]) {
    try {
      return await step.apply(this, values);
    } catch (error) {
      this.firstError ??= error;
      if (error instanceof NotApplicableError) return 'skipped';
      throw error;
    }
  };
});

Before(async function (this: CorridorWorld, { gherkinDocument, pickle }: ITestCaseHookParameter) {
  const tags = pickle.tags.map(({ name }) => name);
  this.id = scenarioId(gherkinDocument, pickle);
  this.requirements = [...new Set(tags.flatMap((tag) => REQUIREMENT.exec(tag)?.[1] ?? []))];
  this.stopped = whyNotStarted(this, tags);
  if (this.stopped) return 'skipped';
  await this.open(tags);
  return undefined;
});

After(async function (this: CorridorWorld, { gherkinDocument, pickle, result }: ITestCaseHookParameter) {
  // What cannot be given back is told as an error of this scenario, and does not keep its verdict from being counted.
  await this.close().catch((error: unknown) => {
    this.firstError ??= error;
  });
  const { stopped, firstError: error, findings } = this;
  const status = result?.status ?? 'UNKNOWN';
  const undefinedStep = status === 'UNDEFINED' ? await undefinedStepOf(gherkinDocument, pickle) : undefined;
  const seen = verdictOf({ stopped, error, status, undefinedStep, findings });
  const end = stopped === undefined && this.run.over === 'interrupted' ? cutShort(seen) : seen;
  await this.attach(JSON.stringify(contextOf(this, end)), CONTEXT_MEDIA_TYPE);
  // After the kill that a run on a deviation looks for, the rest is not counted.
  if (stopped === undefined || this.run.over !== 'killed')
    this.run.record({ id: this.id, name: pickle.name, findings, ...end });
  if (end.verdict === 'error' && error === undefined && result?.status === 'PASSED')
    throw new HarnessError('NOTHING_JUDGED', end.reason ?? '', 'Ajoutez un pas « Alors » qui juge.');
});

/** Connections are cut when a run is interrupted: what broke by that says nothing of anybody. */
const cutShort = (seen: ScenarioEnd): ScenarioEnd =>
  seen.verdict === 'pass' || seen.verdict === 'fail' || seen.verdict === 'not-applicable'
    ? seen
    : { verdict: 'inconclusive', reason: 'La campagne a été interrompue pendant ce scénario.' };

function whyNotStarted(
  { run, environment }: CorridorWorld,
  tags: readonly string[],
): ScenarioEnd | undefined {
  if (run.over) return { verdict: 'inconclusive', reason: OVER[run.over] };
  if (run.breaker.reason !== undefined) return { verdict: 'inconclusive', reason: run.breaker.reason };
  const ids = tags.flatMap((tag) => REQUIREMENT.exec(tag)?.[1] ?? []);
  const classes = new Set(ids.flatMap((id) => run.settings.classOf.get(id) ?? []));
  // the stack made to measure says itself which services it asks
  if (run.settings.exclusive && tags.includes('@services')) classes.delete('services');
  const reason =
    whyNotApplicable(tags, [...classes], environment.capabilities) ?? whyNotAllowed(tags, environment);
  return reason === undefined ? undefined : { verdict: 'not-applicable', reason };
}

/** Against production only what reads may run; the command line asks for it by name besides. */
function whyNotAllowed(tags: readonly string[], { stack }: CorridorWorld['environment']): string | undefined {
  const allowed = stack.description.environment !== 'production' || tags.includes('@lecture-seule');
  return allowed ? undefined : 'La cible est en production : seuls les scénarios de lecture y sont permis.';
}

function contextOf({ id, movements, conversations }: CorridorWorld, end: ScenarioEnd): ScenarioContext {
  const corridors = new Map(movements.map(({ corridor }) => [corridor.name, corridor]));
  const [corridor] = corridors.values();
  return {
    id,
    verdict: end.verdict,
    corridors: [...corridors.keys()],
    conversations: [...conversations],
    road: corridor ? roadOf(corridor) : [],
    ...(end.reason !== undefined && { reason: end.reason }),
  };
}

/** The points of the road, with the offices that stand at them: the map of a report knows no other places. */
function roadOf({ road, legs }: CorridorData): ScenarioContext['road'] {
  return road.map(({ name, latitudeDeg, longitudeDeg, kmFromStart }) => {
    const offices = legs.filter((leg) => leg.kmFromStart === kmFromStart).map(({ office }) => office);
    return { name, latitudeDeg, longitudeDeg, ...(offices.length > 0 && { offices }) };
  });
}
