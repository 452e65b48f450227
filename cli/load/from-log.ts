import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { drawRunId } from '../../features/support/run-plan.ts';
import { loadReferenceData } from '../../fixtures/reference-data.ts';
import { conversationOf } from '../../reports/evidence/conversation.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { LOAD_FILES, type LoadSample } from '../../reports/load/load-run.ts';
import { exitCodes, UsageError } from '../failure.ts';
import { type Format, type Io, line } from '../io.ts';
import type { Shard } from '../options.ts';
import { checkPlan } from './check-plan.ts';
import type { K6Line } from './k6-line.ts';
import { LoadRecord } from './load-record.ts';
import { insistOnLogs, linesOfLogs, NOT_A_LOG_HINT } from './log-lines.ts';
import { readPlan } from './plan-file.ts';
import { insistOnSameBytes, insistOnTarget } from './prepare-only.ts';
import { prepareTraffic } from './prepare-traffic.ts';
import { Recorder } from './recorder.ts';

/** The command line of `corridor load PLAN --from-log LOG...`. */
export interface FromLogCommand {
  readonly fromLog: readonly string[];
  readonly target: string;
  readonly seed?: number;
  readonly salt?: string;
  readonly at?: number;
  /** Absent: the logs are those of all senders. */
  readonly segment?: Shard;
  readonly out: string;
  readonly format: Format;
}

/** Makes the run folder that the senders of a cluster would have left, of what their pods said. @returns the exit code */
export async function runFromLog(named: string, command: FromLogCommand, io: Io): Promise<number> {
  const plan = readPlan(named, io.cwd);
  const reference = loadReferenceData();
  checkPlan(plan, reference);
  const description = await insistOnTarget(command.target, io);
  const schedule = { plan, reference, ...insistOnSameBytes(command) };
  const logs = command.fromLog.map((path) => resolve(io.cwd, path));
  insistOnLogs(logs);
  const runId = drawRunId(io.now());
  const runDir = resolve(io.cwd, command.out, runId);
  await mkdir(runDir, { recursive: true });
  const file = join(runDir, LOAD_FILES.traffic);
  const traffic = await prepareTraffic(file, schedule, command.segment, io.signal);
  const said = await record(logs, runDir, description.hub).catch(async (error: unknown) => {
    await rm(runDir, { recursive: true });
    throw error;
  });
  const { recorder } = said;
  const settled = { ...schedule, named, runId, runDir, startedAt: said.begunAt, k6: undefined };
  const sent = { ...settled, segment: command.segment, command: { ...command, seats: false } };
  const left = Math.max(0, traffic.offered.movements - said.ended - recorder.stopped);
  const { unreadable } = recorder;
  await new LoadRecord(sent, description, traffic).keep({
    playedFrom: new Date(recorder.playedFrom ?? said.begunAt).toISOString(),
    endedAt: new Date(said.endAt).toISOString(),
    state: left > 0 || unreadable > 0 ? 'interrupted' : 'complete',
    stopped: recorder.stopped,
    ...(unreadable > 0 && { unreadable }),
  });
  if (left > 0) line(io.stderr, `${left} movements have no end in these logs: one of them is cut.`);
  if (unreadable > 0) line(io.stderr, `${unreadable} lines of the senders could not be read.`);
  const result = { runId, runDir, exchanges: recorder.exchanges, withoutEnd: left, unreadable };
  line(io.stdout, command.format === 'json' ? JSON.stringify(result) : runDir);
  return left > 0 || unreadable > 0 ? exitCodes.inconclusive : exitCodes.conformant;
}

interface Said {
  readonly recorder: Recorder;
  /** First and last instant of any sender, ms since the epoch. */
  readonly begunAt: number;
  readonly endAt: number;
  /** Movements whose last message was acknowledged. */
  readonly ended: number;
}

/** Into the evidence, and how late the senders were into samples, one a second. */
async function record(logs: readonly string[], runDir: string, hub: string): Promise<Said> {
  const journal = await Journal.open(join(runDir, 'exchange.ndjson'), { keep: 0 });
  const samples = createWriteStream(join(runDir, LOAD_FILES.samples), { flags: 'w' });
  samples.on('error', () => undefined); // told by `finished`
  const recorder = new Recorder(journal, hub);
  const ended = new Set<string>();
  let [second, begunAt] = [0, Number.POSITIVE_INFINITY];
  const sample = (): void => {
    const late = recorder.takeLate();
    if (late === undefined) return;
    const at = new Date(second * 1_000).toISOString();
    samples.write(`${JSON.stringify({ at, late, processes: [] } satisfies LoadSample)}\n`);
  };
  const onUnreadable = (): void => {
    recorder.unreadable += 1;
  };
  for await (const one of linesOfLogs(logs, onUnreadable)) {
    if (one.corridor === 'exchange' && one.at >= (second + 1) * 1_000) {
      sample();
      second = Math.floor(one.at / 1_000);
    }
    if (one.corridor !== 'stopped') begunAt = Math.min(begunAt, one.at);
    const reference = endedBy(one);
    if (reference !== undefined) ended.add(reference);
    recorder.take(one);
    await journal.ready();
  }
  sample();
  samples.end();
  await finished(samples);
  await journal.close();
  if (!Number.isFinite(begunAt))
    throw new UsageError('NOT_A_LOG', 'Failed to read the logs: no sender says when.', NOT_A_LOG_HINT);
  return { recorder, begunAt, endAt: Math.max(begunAt, recorder.lastAt), ended: ended.size };
}

/** The movement that a line ends: its discharge was acknowledged, by an answer that names it. */
function endedBy(said: K6Line): string | undefined {
  if (said.corridor !== 'exchange' || said.name !== 'DischargeNotice' || said.status !== 202)
    return undefined;
  const { messageId } = (said.content ?? {}) as { messageId?: unknown };
  const isAnswered = typeof messageId === 'string' && said.answer.includes(messageId);
  return isAnswered ? conversationOf(said.content) : undefined;
}
