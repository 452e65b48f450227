import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { Journal } from '../evidence/journal.ts';
import type { ObservedExchange } from '../evidence/observed-exchange.ts';
import type { RunSummary } from '../evidence/run.ts';
import { type ExampleEnd, exampleEnds, exampleFeatures } from './example-features.ts';
import { EXAMPLE_START, exampleTraffic } from './example-traffic.ts';

/** What an example run is made of; the small one by default. */
export interface ExampleParts {
  readonly features?: Readonly<Record<string, string>>;
  readonly ends?: Readonly<Record<string, ExampleEnd>>;
  readonly traffic?: readonly ObservedExchange[];
  readonly run?: Partial<RunSummary>;
}

const ROAD = [
  { name: 'Lomé', latitudeDeg: 6.13, longitudeDeg: 1.22 },
  { name: 'Atakpamé', latitudeDeg: 7.53, longitudeDeg: 1.13 },
  { name: 'Sokodé', latitudeDeg: 8.98, longitudeDeg: 1.13 },
  { name: 'Dapaong', latitudeDeg: 10.86, longitudeDeg: 0.2 },
  { name: 'Cinkansé', latitudeDeg: 11.1, longitudeDeg: 0.01 },
  { name: 'Tenkodogo', latitudeDeg: 11.78, longitudeDeg: -0.37 },
  { name: 'Ouagadougou', latitudeDeg: 12.37, longitudeDeg: -1.52 },
];

/** Steps of an example: they do nothing, except where the text says that the harness errs or the plan says `fail`. */
const supportCode = (cucumber: string, plan: string): string => `
const { Given, After } = require(${JSON.stringify(cucumber)});
const ends = require(${JSON.stringify(plan)});
Given(/^(?!le banc se trompe).*[^:]$/, function () {});
Given('le banc se trompe', function () { throw new TypeError('le banc se trompe'); });
Given(/^(?!le banc se trompe).*:$/, function (_table) {});
After(function ({ pickle }) {
  const end = ends[pickle.name];
  if (!end) return;
  for (const finding of end.findings) this.attach(JSON.stringify(finding), 'application/vnd.corridor.finding+json');
  this.attach(JSON.stringify(end.context), 'application/vnd.corridor.context+json');
});
`;

/**
 * Makes a run folder as `corridor verify` leaves one, by really running Cucumber on French texts and really writing
 * the evidence chain; only the stack is missing. `folder` must be empty or absent.
 */
export async function writeExampleRun(folder: string, parts: ExampleParts = {}): Promise<void> {
  const { features = exampleFeatures, ends = exampleEnds, traffic = exampleTraffic() } = parts;
  await mkdir(folder, { recursive: true });
  await playFeatures(folder, features, ends);
  const journal = await Journal.open(join(folder, 'exchange.ndjson'));
  for (const { id, conversations } of Object.values(ends))
    for (const name of conversations) journal.claim(name, id);
  for (const exchange of traffic) journal.record(exchange);
  const { head } = await journal.close();
  const verdicts = Object.values(ends).map(({ verdict }) => verdict);
  const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
  const run: RunSummary = {
    shape: 'corridor-run/1',
    runId: '20261121-083000-essai',
    verdict: verdicts.includes('fail') ? 'fail' : 'pass',
    seed: 7,
    salt: 'essai',
    startedAt: new Date(EXAMPLE_START).toISOString(),
    endedAt: new Date(EXAMPLE_START + 41_200).toISOString(),
    durationMs: 41_200,
    state: 'complete',
    target: {
      name: 'pile de référence',
      environment: 'test',
      hub: 'http://127.0.0.1:40123',
      seatsUnderTest: ['hub'],
      simulatedSeats: ['TG', 'BF', 'ML', 'NE'],
      capabilities: { classes: ['base', 'extended', 'guarantee', 'reference-data'], testClock: true },
    },
    scenarios: {
      pass: count('pass'),
      fail: count('fail'),
      inconclusive: count('inconclusive'),
      notApplicable: count('not-applicable'),
      error: count('error'),
    },
    requirements: { total: 8, covered: 3, reasoned: 1 },
    exchanges: { count: traffic.length, unexpected: 1, heads: { main: head } },
    versions: { corridor: '0.1.0', profile: '0.1' },
    replay: 'corridor verify --target reference --seed 7 --salt essai',
    ...parts.run,
  };
  await writeFile(join(folder, 'run.json'), JSON.stringify(run));
}

/** Runs Cucumber on the texts, in a folder of their own under `sources/`; its messages go to `messages.ndjson`. */
async function playFeatures(
  folder: string,
  features: Readonly<Record<string, string>>,
  ends: Readonly<Record<string, ExampleEnd>>,
): Promise<void> {
  const cwd = join(folder, 'sources');
  for (const [path, text] of Object.entries(features)) await writeInto(join(cwd, 'features', path), text);
  const plan = join(cwd, 'plan.json');
  await writeInto(
    plan,
    JSON.stringify(Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, planned(end)]))),
  );
  await writeInto(join(cwd, 'steps.js'), supportCode(require.resolve('@cucumber/cucumber'), plan));
  const sources = {
    defaultDialect: 'fr',
    paths: ['features/**/*.feature'],
    names: [],
    tagExpression: '',
    order: 'defined' as const,
  };
  const support = await loadSupport(
    { sources, support: { requireModules: [], requirePaths: ['steps.js'], importPaths: [], loaders: [] } },
    { cwd },
  );
  const messages = createWriteStream(join(folder, 'messages.ndjson'));
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const runtime = {
    dryRun: false,
    failFast: false,
    filterStacktraces: true,
    parallel: 0,
    retry: 0,
    retryTagFilter: '',
    strict: true,
    worldParameters: {},
  };
  const formats = { stdout: 'message', files: {}, publish: false as const, options: {} };
  await runCucumber({ sources, support, runtime, formats }, { cwd, stdout: messages, stderr, env: {} });
  messages.end();
  await finished(messages);
}

function planned({ id, verdict, reason, findings, corridor, conversations, road }: ExampleEnd): object {
  const context = {
    id,
    verdict,
    corridors: corridor ? [corridor] : [],
    conversations,
    road: road ?? (corridor ? ROAD : []),
    ...(reason && { reason }),
  };
  return { findings, context };
}

async function writeInto(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
