// One side of the comparison in a process of its own, so that neither spoils what the other's code was compiled for.
// At each question over IPC: records a second over the time given as second argument, milliseconds.
import type { Movement } from '../../../fixtures/movements/movement.ts';
import { movements } from './movements.ts';
import { drawNaiveMovement } from './naive-movement.ts';
import { drawNaiveNotice, type NoticeSize } from './naive-notice.ts';

const SAMPLE = 500;
const BATCH = 50;

/** Records a second of a source that is asked until the time is over. */
function recordsPerSecond(draw: () => unknown, withinMs: number): number {
  const startedMs = performance.now();
  let count = 0;
  let nowMs = startedMs;
  while (nowMs - startedMs < withinMs) {
    for (let taken = 0; taken < BATCH; taken += 1) draw();
    count += BATCH;
    nowMs = performance.now();
  }
  return (count * 1000) / (nowMs - startedMs);
}

const sizeOf = ({ notice }: Movement): NoticeSize => ({
  items: notice.items.length,
  seals: notice.seals.length,
  containers: notice.containers.length,
  documents: notice.documents.length,
});

/** Values that are not objects or lists: what a generator has to find one by one. */
function fieldsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + fieldsOf(inner), 0);
}

function sources(): Readonly<Record<string, () => unknown>> {
  const source = movements('rate');
  const next = (): Movement => source.next().value;
  const sizes = Array.from({ length: SAMPLE }, () => sizeOf(next()));
  let turn = 0;
  const size = (): NoticeSize => sizes[turn++ % SAMPLE] ?? sizeOf(next());
  return {
    ours: next,
    movement: () => drawNaiveMovement(size()),
    notice: () => drawNaiveNotice(size()),
  };
}

const [, , side = '', milliseconds = ''] = process.argv;
const draw = sources()[side];
if (!draw) throw new RangeError(`Failed to measure: there is no side "${side}".`);

const fields = Array.from({ length: SAMPLE }, () => fieldsOf(JSON.parse(JSON.stringify(draw()))));
process.stdout.write(`fields ${Math.round(fields.reduce((sum, count) => sum + count, 0) / SAMPLE)}\n`);
process.on('message', () => process.send?.(recordsPerSecond(draw, Number(milliseconds))));
process.once('disconnect', () => process.exit());
