import { z } from 'zod';
import { decodeShape, encodeShape, fleetShape } from './device-shapes.ts';
import { loadShape } from './load-shape.ts';
import { reconcileShape } from './reconcile-shape.ts';

export { reconcileShape };

/**
 * The machine shapes of the command line: what stdout holds with `--format json` (docs/cli.md). Versioned with
 * the profile; a reader ignores fields it does not know.
 * @source docs/cli.md, Machine shapes
 */

const verdict = z.enum(['pass', 'fail', 'inconclusive', 'not-applicable', 'error']);
const count = z.int().min(0);
const requirementId = z.string().regex(/^[A-Z]{3}-[0-9]{3}$/);
/** `<feature path>#<slug>`, with `/<row>` for a row of an outline. */
const scenarioId = z.string();

/** A comment, or with `verdict` a decision over what was observed. */
const remarkShape = z.object({
  at: z.string(),
  author: z.string(),
  scenario: scenarioId.nullable(),
  verdict: verdict.optional(),
  reason: z.string(),
  evidence: z.string(),
});

const expectedShape = z.object({
  scenario: scenarioId,
  requirements: z.array(requirementId).optional(),
  reason: z.string(),
  author: z.string(),
  since: z.string(),
});

/** `corridor verify`. `replay` is the command line that repeats the run; durations in milliseconds. */
export const verifyShape = z.object({
  runId: z.string(),
  verdict,
  seed: z.int(),
  /** Keeps identifiers of two runs of one seed apart. */
  salt: z.string(),
  durationMs: z.number().min(0),
  scenarios: z.object({
    pass: count,
    fail: count,
    inconclusive: count,
    notApplicable: count,
    error: count,
  }),
  requirements: z.object({ total: count, covered: count, reasoned: count }),
  failures: z.array(
    z.object({
      scenario: scenarioId,
      requirement: z.string(),
      expected: z.string(),
      observed: z.string(),
      /** JSON Pointer to the field that it is about, where there is one. */
      pointer: z.string().optional(),
      /** Two sentences in French: what was seen instead of what, and what it breaks. */
      explanation: z.string(),
    }),
  ),
  /** Scenarios that ended in `error` or `inconclusive`, and why: they say nothing of the stack. */
  unjudged: z.array(z.object({ scenario: z.string(), verdict, reason: z.string() })),
  /** Whether the books of the run agree; absent when it was interrupted. */
  reconciliation: reconcileShape.optional(),
  runDir: z.string(),
  replay: z.string(),
  /** What people wrote beside the evidence (`corridor remark`). */
  remarks: z.array(remarkShape),
  /** With `--expected`: how the run compares with the list; `verdict` stays what was observed. */
  expectations: z
    .object({
      asExpected: z.boolean(),
      expected: z.array(expectedShape),
      startedToPass: z.array(expectedShape),
      unexpected: z.array(scenarioId),
      notJudged: z.array(expectedShape),
    })
    .optional(),
});

/** `corridor deviations`. `accident`: red, but for a requirement that the deviation does not name. */
export const deviationsShape = z.object({
  total: count,
  killed: count,
  deviations: z.array(
    z.object({
      name: z.string(),
      seat: z.string(),
      violates: z.array(requirementId).min(1),
      outcome: z.enum(['killed', 'survived', 'accident']),
      killedBy: z.array(z.object({ scenario: scenarioId, requirement: requirementId })),
      /** Requirements that its file names and nothing turned red. */
      unproven: z.array(requirementId),
      /** Of a shy one that was found: most messages left of a finding, and seconds searched, the shortening not counted. */
      explored: z.object({ messages: count, seconds: count }).optional(),
    }),
  ),
});

/** `corridor services`: one line when the doubles answer, then nothing more on stdout. */
export const servicesShape = z.object({
  ready: z.literal(true),
  /** WireMock, with its administration. */
  url: z.url(),
  by: z.enum(['url', 'jar']),
  /** Base address of each service, as `corridor stack --services` takes it. */
  services: z.record(z.string(), z.url()),
  movements: z.int().min(0),
  /** Stubs of the user's mapping files. */
  mappings: z.int().min(0),
});

/** `corridor stack`: one line when ready, then nothing more on stdout. */
export const stackShape = z.object({
  ready: z.literal(true),
  url: z.string(),
  database: z.string(),
  instance: z.string(),
  pid: z.int().min(1),
});

/** `corridor doctor`: what was looked at; `remedy` is empty when nothing is to be done. */
export const doctorShape = z.object({
  verdict: z.string(),
  findings: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(['ok', 'warning', 'error']),
      seen: z.string(),
      remedy: z.string(),
    }),
  ),
});

/** Any command: wrong usage (exit 4), a fault of the harness (exit 3), or a target that cannot be judged at all (exit 2). */
export const errorShape = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
});

/** `corridor traffic`: what was generated, and where it went. */
export const trafficShape = z.object({
  movements: count,
  out: z.string(),
  seed: z.int(),
  days: z.int().min(1),
});

/** `corridor report`: the files made again from a run folder. */
export const reportShape = z.object({
  runId: z.string(),
  verdict,
  runDir: z.string(),
  files: z.array(z.string()),
});

/** `corridor remark`: the remarks of the run after it. */
export const remarkedShape = z.object({
  runId: z.string(),
  runDir: z.string(),
  remarks: z.array(remarkShape),
});

const comparedRun = z.object({
  runId: z.string(),
  verdict,
  target: z.string(),
  /** Wrong behaviour that the reference stack was told to commit. */
  deviation: z.string().optional(),
  startedAt: z.string(),
  seed: z.int(),
});

/** `corridor compare`. `verdict` speaks of what changed: `fail` when something became red. Durations in milliseconds. */
export const compareShape = z.object({
  verdict,
  runs: z.tuple([comparedRun, comparedRun]),
  appeared: z.array(scenarioId),
  disappeared: z.array(scenarioId),
  turned: z.array(z.object({ scenario: scenarioId, from: verdict, to: verdict })),
  requirements: z.array(z.object({ requirement: z.string(), from: z.string(), to: z.string() })),
  slower: z.array(
    z.object({ scenario: scenarioId, fromMs: z.number(), toMs: z.number(), ratio: z.number() }),
  ),
});

/** `corridor profile export`. */
export const profileExportShape = z.object({ directory: z.string(), files: z.array(z.string()) });

const share = z.object({ visited: count, total: count });

/**
 * `corridor explore`. `messages` of a failure: the moves of the shortest sequence found, in order; `scenario` is the same in
 * French, for `features/`; `reproduced`: it failed again on a fresh stack.
 */
export const exploreShape = z.object({
  verdict,
  seed: z.int(),
  sequences: count,
  messages: count,
  states: share,
  transitions: share,
  failures: z.array(
    z.object({
      requirement: requirementId,
      expected: z.string(),
      observed: z.string(),
      messages: z.array(
        z.object({
          id: z.int(),
          /** 0: about no movement. */
          movement: count,
          by: z.string(),
          act: z.string(),
          detail: z.array(z.string()),
          of: z.int().optional(),
          count: z.int().optional(),
        }),
      ),
      reproduced: z.boolean(),
      scenario: z.string(),
      replay: z.string(),
    }),
  ),
  /** Scenarios that ended in `error` or `inconclusive`, and why: they say nothing of the stack. */
  unjudged: z.array(z.object({ scenario: z.string(), verdict, reason: z.string() })),
  notVisited: z.object({ states: z.array(z.string()), transitions: z.array(z.string()) }),
  runId: z.string(),
  runDir: z.string(),
  replay: z.string(),
});

/** Every machine shape, by the command that writes it. */
export const cliShapes = {
  verify: { schema: verifyShape, title: 'corridor verify --format json' },
  deviations: { schema: deviationsShape, title: 'corridor deviations --format json' },
  explore: { schema: exploreShape, title: 'corridor explore --format json' },
  load: { schema: loadShape, title: 'corridor load --format json' },
  services: { schema: servicesShape, title: 'corridor services: the line when ready' },
  stack: { schema: stackShape, title: 'corridor stack: the line when ready' },
  reconcile: { schema: reconcileShape, title: 'corridor reconcile --format json' },
  doctor: { schema: doctorShape, title: 'corridor doctor --format json' },
  traffic: { schema: trafficShape, title: 'corridor traffic --format json' },
  report: { schema: reportShape, title: 'corridor report --format json' },
  compare: { schema: compareShape, title: 'corridor compare --format json' },
  decode: { schema: decodeShape, title: 'corridor decode' },
  encode: { schema: encodeShape, title: 'corridor encode --format json' },
  fleet: { schema: fleetShape, title: 'corridor fleet --format json' },
  remark: { schema: remarkedShape, title: 'corridor remark --format json' },
  error: { schema: errorShape, title: 'any command: wrong usage or harness fault' },
  'profile-export': { schema: profileExportShape, title: 'corridor profile export --format json' },
} as const satisfies Record<string, { schema: z.ZodType; title: string }>;
