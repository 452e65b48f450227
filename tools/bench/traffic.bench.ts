import path from 'node:path';
import {
  type Benchmark,
  type Comparison,
  interleave,
  type Note,
  reachesRatio,
  staysBelowRatio,
} from './benchmark.ts';
import { Child } from './child.ts';
import { movements, skip } from './traffic/movements.ts';

const ROUNDS = 5;
const ROUND_MS = 600;
const FEW = 10_000;
const MANY = 100_000;
const CHILD_WITHIN_MS = 20_000;
const MIB = 2 ** 20;

/** A side in its own process, warmed up; `rate` gives records a second. */
async function sideOf(name: string): Promise<{ child: Child; fields: number; rate: () => Promise<number> }> {
  const child = Child.script(path.join(__dirname, 'traffic', 'rate.ts'), [name, String(ROUND_MS)]);
  const [, fields] = await child.line(/^fields (\d+)$/, CHILD_WITHIN_MS);
  const rate = async () => Number(await child.ask('rate'));
  await rate();
  return { child, fields: Number(fields), rate };
}

async function rates(note: Note): Promise<Comparison> {
  await using children = new AsyncDisposableStack();
  const ours = await sideOf('ours');
  children.use(ours.child);
  const naive = await sideOf('movement');
  children.use(naive.child);
  const notice = await sideOf('notice');
  children.use(notice.child);
  const seen = await interleave(ROUNDS, { ours: ours.rate, naive: naive.rate, notice: notice.rate });
  note(`fields of a whole movement (means): ours ${ours.fields}, the naive one ${naive.fields}`);
  const ratio = (seen.ours / seen.notice).toFixed(1);
  note(
    `naive TransitNotices alone (${notice.fields} fields): ${Math.round(seen.notice)} /s; ours, whole: ${ratio}x`,
  );
  const peerName = 'the same fields one by one from faker';
  return reachesRatio(
    { name: 'traffic: movements', ours: seen.ours, peer: seen.naive, peerName, unit: '/s' },
    5,
  );
}

async function linearity(): Promise<Comparison> {
  const source = movements('linear');
  const secondsFor = (count: number) => async () => {
    const startedMs = performance.now();
    skip(source, count);
    return (performance.now() - startedMs) / 1000;
  };
  await secondsFor(2 * FEW)();
  const { ours, peer } = await interleave(ROUNDS, { ours: secondsFor(2 * FEW), peer: secondsFor(FEW) });
  const sides = { name: 'traffic: 20,000 movements', ours, peer, peerName: 'itself for 10,000', unit: 's' };
  return staysBelowRatio(sides, 2.2);
}

async function memory(): Promise<Comparison> {
  await using child = Child.script(path.join(__dirname, 'traffic', 'memory.ts'), [String(FEW), String(MANY)]);
  const rss = async (count: number) =>
    Number((await child.line(new RegExp(`^${count} (\\d+)$`), CHILD_WITHIN_MS))[1]) / MIB;
  const peer = await rss(FEW);
  const ours = await rss(MANY);
  const sides = {
    name: 'traffic: memory at 100,000',
    ours,
    peer,
    peerName: 'itself at 10,000',
    unit: 'MiB RSS',
  };
  return staysBelowRatio(sides, 1.25);
}

export const benchmark: Benchmark = {
  run: async (note) => [await rates(note), await linearity(), await memory()],
};
