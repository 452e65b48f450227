import { allMessages } from '../../../profile/messages/messages.ts';
import { wentAsExpected } from '../../model/expectations.ts';
import type { RequirementModel, RunModel, ScenarioModel } from '../../model/run-model.ts';
import { explain } from '../explanation.ts';
import { verdictOrder } from '../glyphs.ts';
import { pageJourneys } from '../journey/page-journey.ts';
import { world } from '../journey/world.ts';
import { durationOf } from '../json.ts';
import { replayLine } from '../replay-line.ts';
import type {
  PageChunk,
  PageData,
  PageDetail,
  PageExchange,
  PageFailure,
  PageFinding,
  PageScenario,
} from './page-data.ts';
import { byMessageId, pageExchange } from './page-exchange.ts';
import { pageMachines } from './page-machines.ts';

/** Failures that stand in the page itself with their messages; the others are in the list of scenarios. */
const FAILURES_SHOWN = 100;
const UNEXPECTED_SHOWN = 100;
/** Exchanges of one scenario in the page; all are in the evidence file. */
const EXCHANGES_SHOWN = 300;
/** Details are compressed together up to about this many characters: repeated messages then cost little. */
const CHUNK_CHARACTERS = 512 * 1024;
/** About what a journey takes: drawn, and with the first of its positions. */
const JOURNEY_CHARACTERS = 40_000;

/** The page and its compressed details, before they become text. */
export interface BuiltPage {
  readonly data: PageData;
  /** JSON of each chunk. */
  readonly chunks: readonly string[];
  /** Outlines of countries as an SVG path, when a map in the page refers to them. */
  readonly outlines?: string;
}

/** Chooses from a run what the page shows, and shares the details out in chunks. */
export function buildPage(model: RunModel): BuiltPage {
  const chunks = new ChunkWriter();
  const failures: PageFailure[] = [];
  const rows: Rows = new Map(model.requirements.map((row) => [row.id, row]));
  const scenarios = model.scenarios.map((scenario) => {
    const detail = detailOf(scenario, model, rows);
    const listed = listedScenario(scenario, chunks.add(scenario.id, detail));
    if (isRed(scenario)) failures.push(failureOf(listed, detail));
    return listed;
  });
  const order = (failure: PageFailure): number => verdictOrder.indexOf(failure.scenario.verdict);
  failures.sort((one, other) => order(one) - order(other));
  const data: PageData = {
    run: runOf(model),
    verdict: model.verdict,
    counts: model.counts,
    notes: model.notes,
    remarks: model.remarks,
    ...(model.expectations && {
      expectations: { ...model.expectations, asExpected: wentAsExpected(model.expectations) },
    }),
    scenarios,
    requirements: model.requirements,
    failures: failures.slice(0, FAILURES_SHOWN),
    moreFailures: Math.max(0, failures.length - FAILURES_SHOWN),
    unexpected: model.unexpected.slice(0, UNEXPECTED_SHOWN).map(pageExchange),
    moreUnexpected: Math.max(0, model.unexpected.length - UNEXPECTED_SHOWN),
    exchangeCount: model.exchangeCount,
    ...(model.reconciliation && { reconciliation: model.reconciliation }),
    machines: pageMachines(model.machines),
    messages: Object.fromEntries(
      allMessages.map(({ wireCode, french, name }) => [wireCode, { fr: french, en: name }]),
    ),
  };
  return { data, chunks: chunks.end(), ...(chunks.hasMaps && { outlines: world().outlines }) };
}

type Rows = ReadonlyMap<string, RequirementModel>;

const isRed = ({ verdict }: ScenarioModel): boolean => verdict !== 'pass' && verdict !== 'not-applicable';

function runOf({ run }: RunModel): PageData['run'] {
  const { runId, seed, salt, startedAt, replay, versions, target } = run;
  const { name, environment, hub, seatsUnderTest, simulatedSeats, capabilities } = target;
  const claimed = capabilities['classes'];
  const classes = Array.isArray(claimed) ? claimed.filter((value) => typeof value === 'string') : [];
  const shownTarget = { name, environment, hub, seatsUnderTest, simulatedSeats, classes };
  return { runId, seed, salt, startedAt, replay, versions, durationMs: durationOf(run), target: shownTarget };
}

function listedScenario(scenario: ScenarioModel, chunk: number): PageScenario {
  const { id, name, row, featurePath, feature, stage, rule, verdict, reason, durationMs } = scenario;
  const { requirements, assumptions, corridors, seats } = scenario;
  return {
    ...{ id, name, featurePath, feature, stage, verdict, requirements, corridors, seats, durationMs, chunk },
    ...(assumptions.length > 0 && { assumptions }),
    ...(row !== undefined && { row }),
    ...(rule !== undefined && { rule }),
    ...(reason !== undefined && { reason }),
  };
}

function detailOf(scenario: ScenarioModel, { run }: RunModel, rows: Rows): PageDetail {
  const exchanges = scenario.exchanges.map(pageExchange);
  const ids = byMessageId(exchanges);
  const { steps, tags, road } = scenario;
  const findings = scenario.findings.map((finding): PageFinding => {
    const { requirement, verdict, expected, observed, pointer, message } = finding;
    const exchange = ids.get(message ?? '')?.seq;
    const row = rows.get(requirement);
    return {
      ...{ requirement, verdict, expected, observed },
      ...(pointer !== undefined && { pointer }),
      ...(exchange !== undefined && { exchange }),
      ...(verdict !== 'pass' && {
        explained: { fr: explain(finding, row, 'fr'), en: explain(finding, row, 'en') },
      }),
    };
  });
  const shown = shownExchanges(exchanges, findings);
  const journeys = pageJourneys(scenario);
  const drawn = journeys.length > 0 && { journeys };
  return { steps, findings, tags, exchanges: shown, road, replay: replayLine(run, scenario.id), ...drawn };
}

/** The first exchanges, and those that a finding names wherever they stand. */
function shownExchanges(
  exchanges: readonly PageExchange[],
  findings: readonly PageFinding[],
): PageExchange[] {
  const named = new Set(findings.map(({ exchange }) => exchange));
  return exchanges.filter(({ seq }, at) => at < EXCHANGES_SHOWN || named.has(seq));
}

function failureOf(scenario: PageScenario, { steps, findings, exchanges, replay }: PageDetail): PageFailure {
  const bad = findings.filter(({ verdict }) => verdict !== 'pass');
  const named = new Set(bad.map(({ exchange }) => exchange));
  return { scenario, steps, findings: bad, exchanges: exchanges.filter(({ seq }) => named.has(seq)), replay };
}

class ChunkWriter {
  readonly #done: string[] = [];
  #open: Record<string, PageDetail> = {};
  #characters = 0;
  #hasMaps = false;

  /** True when a detail has a journey. */
  get hasMaps(): boolean {
    return this.#hasMaps;
  }

  /** Puts a detail in the open chunk and returns its number. */
  add(id: string, detail: PageDetail): number {
    if (this.#characters > CHUNK_CHARACTERS) this.#close();
    this.#open[id] = detail;
    this.#hasMaps ||= detail.journeys !== undefined;
    for (const { body, answer } of detail.exchanges)
      this.#characters += 400 + (body.text?.length ?? 0) + (answer?.text?.length ?? 0);
    this.#characters += 1_000 + JOURNEY_CHARACTERS * (detail.journeys?.length ?? 0);
    return this.#done.length;
  }

  end(): readonly string[] {
    this.#close();
    return this.#done;
  }

  #close(): void {
    this.#done.push(JSON.stringify(this.#open satisfies PageChunk));
    this.#open = {};
    this.#characters = 0;
  }
}
