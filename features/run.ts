import { join } from 'node:path';
import { readRequirements } from '../profile/export/requirements.ts';
import { Journal } from '../reports/evidence/journal.ts';
import type { RunIo, RunOptions, RunOutcome } from './run-options.ts';
import { allOrNothing } from './support/all-or-nothing.ts';
import { type Selection, supportCode } from './support/cucumber.ts';
import { insistOnLinkSeats } from './support/links/insist-on-seats.ts';
import { openLinkEngine } from './support/links/link-engine.ts';
import type { LinkEngineName } from './support/links/link-engine-names.ts';
import { type OpenRun, openRunContext } from './support/open-run-context.ts';
import { type Announced, announcement } from './support/progress.ts';
import { openRun } from './support/run-context.ts';
import { failuresOf } from './support/run-file.ts';
import { makeFolder, playInto } from './support/run-folder.ts';
import { planOf, type RunPlan } from './support/run-plan.ts';
import { RunReport } from './support/run-report.ts';
import { selectionOf } from './support/selection.ts';
import { fileTarget } from './support/targets/file-target.ts';
import { startReferenceTarget } from './support/targets/reference-target.ts';
import { stackCommand } from './support/targets/stack-command.ts';
import type { Target } from './support/targets/target.ts';

export { insistOnPlayFile } from './explore/french/play-file.ts';
export { runExploration } from './explore/run-exploration.ts';
export type { RunIo, RunOptions, RunOutcome, RunProgress } from './run-options.ts';
export { plan } from './support/cucumber.ts';
export { scenarioIds } from './support/selection.ts';
export { fileTarget } from './support/targets/file-target.ts';
export { databaseNamed, startReferenceTarget } from './support/targets/reference-target.ts';
export type { Target, TargetDescription } from './support/targets/target.ts';

/**
 * Runs the specification against a stack: starts what is needed, plays the countries, judges, and writes the run folder.
 * Leaves nothing behind: no process, no socket, no open file. Runs may overlap in one process.
 * @throws HarnessError when the stack does not start, InconclusiveError when a target cannot be reached
 */
export async function runFeatures(options: RunOptions, io: RunIo): Promise<RunOutcome> {
  const plan = planOf(options, io);
  const selection = await selectionOf(options);
  insistOnLinkSeats(selection.paths);
  await using parts = new AsyncDisposableStack();
  const links = parts.use(await openLinkEngine(ownLinks(options), io));
  const [target] = await allOrNothing(startTarget(plan), supportCode());
  parts.use(target);
  const register = readRequirements();
  await makeFolder(plan.runDir);
  const journal = await Journal.open(join(plan.runDir, 'exchange.ndjson'));
  const report = new RunReport(plan, target.main.description, register, journal);
  parts.defer(() => report.abandon());
  const by = target.linksBy ?? links.by;
  const opened = await openRunContext(plan, target, journal, register, { by });
  const { context, spares, clocked, wireMock } = opened;
  parts.use(wireMock);
  parts.use(context.settings.environment);
  parts.use(spares);
  parts.use(clocked);
  parts.use(openRun(plan.runId, context));
  void target.main.exited?.then((reason) => reason && context.breaker.trip(reason));
  await report.begin(context);
  await playAll(plan, selection, opened);
  const { ended } = context;
  const summary = await report.end();
  return { summary, failures: failuresOf(ended), scenarios: ended, runDir: plan.runDir };
}

/** The engine of links that the run must bring: containers have theirs. */
const ownLinks = ({ target, links }: RunOptions): LinkEngineName | undefined =>
  target !== undefined && target !== 'reference' && 'images' in target ? 'embedded' : links;

async function startTarget({ options, io, runId, runDir, now, signal }: RunPlan): Promise<Target> {
  const { target = 'reference', deviation, database, stackCommand: command = stackCommand } = options;
  if (target !== 'reference' && 'images' in target) {
    const { startContainersTarget } = await import('./support/targets/containers-target.ts');
    const { images, contexts, tell } = target;
    const choice = { images, contexts, tell, deviation, links: options.links };
    return startContainersTarget({ ...choice, env: io.env, runId, runDir, now, signal });
  }
  if (target !== 'reference') return 'hub' in target ? fileTarget(target) : target;
  return startReferenceTarget({
    command,
    env: { ...io.env },
    deviation,
    database,
    runId,
    signal,
    now,
  });
}

function playAll(plan: RunPlan, selection: Selection, opened: OpenRun): Promise<void> {
  const onMessage = announcement((announced) => {
    opened.context.expect(announced.total);
    startAhead(announced, opened);
  });
  return playInto(plan, selection, opened.context, onMessage);
}

/**
 * The stacks that what is selected needs are started ahead, as soon as Cucumber has told what that is. The main one serves
 * there too when no scenario shares it: disposing it twice does nothing.
 */
function startAhead(
  { total, exclusive, clocked: clockedCount, serviced, linked }: Announced,
  { context: { settings }, spares, clocked, wireMock }: OpenRun,
): void {
  if (!settings.exclusive) return; // one stack for all
  const isMainFree = total === exclusive + clockedCount;
  if (clockedCount > 0) {
    if (isMainFree) clocked.offer(settings.environment);
    void clocked.get();
  }
  const { restart } = settings.environment.stack; // one that cannot be killed serves no scenario that kills it
  if (isMainFree && exclusive > 0 && clockedCount === 0 && restart)
    spares.ordinary.offer(settings.environment);
  spares.ordinary.expect(exclusive);
  spares.ordinary.fill();
  spares.linked.expect(linked);
  spares.serviced.expect(serviced);
  if (serviced > 0) wireMock.startAhead();
}
