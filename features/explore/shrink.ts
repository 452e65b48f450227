import type { Move, MovementSpec, Sequence } from './move.ts';

/** Plays a sequence and says whether it still fails as it did. */
type Fails = (sequence: Sequence) => Promise<boolean>;

/**
 * The shortest sequence found that still fails: whole parts are left out, then moves half by half and one by one, then contents
 * made plain, and moves left out once more. Every trial is played afresh.
 * @param over no more trials: the best so far is kept
 */
export async function shrink(sequence: Sequence, fails: Fails, over: () => boolean): Promise<Sequence> {
  const attempt = async (best: Sequence, candidate: Sequence | undefined): Promise<Sequence> => {
    if (!candidate || candidate.moves.length === 0 || over()) return best;
    return (await fails(candidate)) ? candidate : best;
  };
  let best = sequence;
  for (const part of parts(sequence)) {
    const candidate = tidy({ ...best, moves: best.moves.filter(part) });
    if (candidate.moves.length < best.moves.length) best = await attempt(best, candidate);
  }
  best = await fewer(best, fails, over);
  for (const simpler of simplifications(best)) best = await attempt(best, simpler(best));
  return fewer(best, fails, over);
}

/** Leaves moves out, half of them at a time, then fewer and fewer. */
async function fewer(sequence: Sequence, fails: Fails, over: () => boolean): Promise<Sequence> {
  let best = sequence;
  let size = Math.ceil(best.moves.length / 2);
  while (size >= 1 && !over()) {
    const smaller = await withoutSome(best, size, fails, over);
    best = smaller ?? best;
    const next = size === 1 ? 0 : Math.ceil(size / 2);
    size = smaller ? Math.min(size, Math.max(1, Math.ceil(best.moves.length / 2))) : next;
  }
  return best;
}

type Part = (move: Move) => boolean;

/** Parts that often are to blame alone: one movement, messages without what happens around them. */
function parts({ movements }: Sequence): Part[] {
  const alone = movements.map(
    ({ number }): Part =>
      ({ movement }) =>
        movement === number || movement === 0,
  );
  const quiet: Part = ({ act }) => !QUIET.has(act);
  const calm: Part = ({ act }) => act !== 'repeat' && act !== 'reuse-id';
  const timeless: Part = ({ act }) => !TIME.has(act);
  return [...alone, quiet, calm, timeless];
}

const QUIET = new Set([
  'consult',
  'consult-guarantee',
  'pull',
  'MovementQuery',
  'lose-answers',
  'leave',
  'return',
]);
const TIME = new Set(['wait', 'restart']);

async function withoutSome(
  sequence: Sequence,
  size: number,
  fails: Fails,
  over: () => boolean,
): Promise<Sequence | undefined> {
  const { moves } = sequence;
  for (let end = moves.length; end > 0 && !over(); end -= size) {
    const left = [...moves.slice(0, Math.max(0, end - size)), ...moves.slice(end)];
    if (left.length === 0) continue;
    const candidate = tidy({ ...sequence, moves: left });
    if (candidate.moves.length < moves.length && (await fails(candidate))) return candidate;
  }
  return undefined;
}

/** Without repetitions of what was left out, and without movements of which nothing is told. */
function tidy({ movements, moves }: Sequence): Sequence {
  const ids = new Set(moves.map(({ id }) => id));
  const told = moves.filter(({ of }) => of === undefined || ids.has(of));
  const spoken = new Set(told.map(({ movement }) => movement));
  return { movements: movements.filter(({ number }) => spoken.has(number)), moves: told };
}

type Simpler = (sequence: Sequence) => Sequence | undefined;

/** Ways to make what is left plainer, one by one. */
function simplifications({ movements, moves }: Sequence): Simpler[] {
  const specs = movements.flatMap(({ number }) => [
    plainer(number, ({ monthEnd }) => (monthEnd ? { monthEnd: false } : undefined)),
    plainer(number, ({ guarantee }) => (guarantee === 'reservable' ? { guarantee: 'fund' } : undefined)),
    plainer(number, ({ items }) => (items === undefined ? undefined : { items: 1 })),
    plainer(number, ({ load }) => load && { load: undefined }),
  ]);
  const words = moves.map(({ id }) => simplerMove(id));
  return [...specs, ...words];
}

const plainer =
  (number: number, change: (spec: MovementSpec) => Partial<MovementSpec> | undefined): Simpler =>
  ({ movements, moves }) => {
    const spec = movements.find((one) => one.number === number);
    const changed = spec && change(spec);
    if (!spec || !changed) return undefined;
    return { movements: movements.map((one) => (one === spec ? { ...spec, ...changed } : one)), moves };
  };

/** Fewer repetitions. */
const simplerMove =
  (id: number): Simpler =>
  ({ movements, moves }) => {
    const move = moves.find((one) => one.id === id);
    if (move?.act !== 'repeat' || (move.count ?? 1) <= 1) return undefined;
    const once: Move = { ...move, count: 1 };
    return { movements, moves: moves.map((one) => (one === move ? once : one)) };
  };
