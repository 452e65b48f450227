import { Writable } from 'node:stream';
import {
  type ILoadSourcesResult,
  type IRunOptions,
  type IRunResult,
  type ISourcesCoordinates,
  type ISupportCodeLibrary,
  loadSources,
  loadSupport,
  runCucumber,
} from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { HarnessError } from './errors.ts';
import { fromSources, packageRoot } from './package-root.ts';

/** Where the specification is, from the folder of the package. */
export const ALL_FEATURES = 'features/**/*.feature';
const rooms = fromSources ? 'features' : 'dist/features';
const extension = fromSources ? 'ts' : 'js';

/** What to select of the specification, in Cucumber's terms. */
export interface Selection {
  /** Feature files, each perhaps with `:LINE`; all when empty. */
  readonly paths: readonly string[];
  readonly tags: string;
  readonly order: string;
  readonly shard?: string | undefined;
}

const sourcesOf = ({ paths, tags, order, shard }: Selection): ISourcesCoordinates => ({
  defaultDialect: 'fr',
  paths: paths.length > 0 ? [...paths] : [ALL_FEATURES],
  names: [],
  tagExpression: tags,
  order: order as ISourcesCoordinates['order'],
  ...(shard !== undefined && { shard }),
});

let library: Promise<ISupportCodeLibrary> | undefined;

/** Steps and hooks, loaded once per process and used by every run in it. */
export function supportCode(): Promise<ISupportCodeLibrary> {
  library ??= loadSupport(
    {
      sources: sourcesOf({ paths: [], tags: '', order: 'defined' }),
      support: {
        requireModules: [],
        requirePaths: [
          `${rooms}/support/world.${extension}`,
          `${rooms}/support/parameter-types.${extension}`,
          `${rooms}/support/hooks.${extension}`,
          `${rooms}/steps/**/*.steps.${extension}`,
        ],
        importPaths: [],
        loaders: [],
      },
    },
    { cwd: packageRoot },
  );
  return library;
}

/** The scenarios that a selection holds, without running them; a HarnessError when a feature does not parse. */
export async function plan(selection: Selection): Promise<ILoadSourcesResult['plan']> {
  const { plan: planned, errors } = await loadSources(sourcesOf(selection), {
    cwd: packageRoot,
    stderr: nowhere(),
  });
  const [first] = errors;
  if (first === undefined) return planned;
  throw new HarnessError(
    'FEATURE_NOT_READ',
    `La spécification ne se lit pas : ${first.uri}:${first.location.line} ${first.message}`,
    'Texte en NFC, apostrophes droites, espaces simples ; voir features/README.md.',
  );
}

export interface PlayOptions {
  readonly selection: Selection;
  readonly runId: string;
  /** Receives the Cucumber messages, one JSON a line. */
  readonly messages: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onMessage: (envelope: Envelope) => void;
}

/** Runs the selected scenarios serially in this process. */
export async function play(options: PlayOptions): Promise<IRunResult> {
  const { selection, runId, messages, stderr, env, onMessage } = options;
  const run: IRunOptions = {
    sources: sourcesOf(selection),
    support: await supportCode(),
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: { run: runId },
    },
    formats: { stdout: 'message', files: {}, publish: false, options: {} },
  };
  return runCucumber(run, { cwd: packageRoot, stdout: messages, stderr, env: { ...env } }, onMessage);
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
