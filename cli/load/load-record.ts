import { join } from 'node:path';
import type { TargetDescription } from '../../features/support/targets/target.ts';
import { PROFILE_VERSION } from '../../profile/envelope/envelope.ts';
import { shellWord } from '../../reports/evidence/shell-word.ts';
import { LOAD_FILES, type LoadRun } from '../../reports/load/load-run.ts';
import { writeWhole } from '../../reports/write-reports.ts';
import type { Settled } from './load-run.ts';
import type { PreparedTraffic } from './prepare-traffic.ts';

/** `load.json` of a run, written again whenever more is known: it appears whole or as it was before. */
export class LoadRecord {
  readonly #path: string;
  #run: LoadRun;
  #writing: Promise<void> = Promise.resolve();

  constructor(settled: Settled, target: TargetDescription, traffic: PreparedTraffic) {
    this.#path = join(settled.runDir, LOAD_FILES.run);
    this.#run = beginningOf(settled, target, traffic);
  }

  keep(more: Partial<LoadRun>): Promise<void> {
    this.#run = { ...this.#run, ...more };
    const text = `${JSON.stringify(this.#run)}\n`;
    const written = this.#writing.then(() => writeWhole(this.#path, text));
    // One that failed is told to whoever asked for it, and does not keep the next from being written.
    this.#writing = written.catch(() => undefined);
    return written;
  }
}

function beginningOf(settled: Settled, target: TargetDescription, { offered }: PreparedTraffic): LoadRun {
  const { plan, command, runId, seed, salt, k6, segment } = settled;
  const { days, playedSeconds, journeysShortenedBy, limits, title } = plan;
  const { name, hub, environment } = target;
  const startedAt = new Date(settled.startedAt).toISOString();
  return {
    shape: 'corridor-load/1',
    runId,
    plan: { name: plan.plan, title, days, playedSeconds, journeysShortenedBy, limits },
    ...{ seed, salt, startedAt },
    at: new Date(settled.at).toISOString(),
    state: 'running',
    target: {
      name,
      hub,
      environment,
      ...(command.deviation !== undefined && { deviation: command.deviation }),
    },
    ...(segment && { segment: `${segment.index}/${segment.total}` }),
    ...(command.onlySeats && { segment: 'seats' }),
    playedFrom: startedAt,
    offered,
    ...(k6 && { k6: { version: k6.version, exitCode: null } }),
    versions: { profile: PROFILE_VERSION, node: process.versions.node, ...(k6 && { k6: k6.version }) },
    replay: replayOf(settled),
  };
}

/** The command that plays the same again; the moment is part of it only where several sites have to agree on it. */
function replayOf({ named, command, seed, salt, segment, at }: Settled): string {
  const { target, deviation, seats, onlySeats = false } = command;
  const words = [
    `corridor load ${shellWord(named)}`,
    target !== 'reference' && `--target ${shellWord(target)}`,
    deviation !== undefined && `--deviation ${shellWord(deviation)}`,
    `--seed ${seed} --salt ${shellWord(salt)}`,
    segment && `--segment ${segment.index}/${segment.total}`,
    (segment || onlySeats) && `--at ${new Date(at).toISOString()}`,
    !seats && '--no-seats',
    onlySeats && '--only-seats',
  ];
  return words.filter(Boolean).join(' ');
}
