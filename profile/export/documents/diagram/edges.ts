import type { StateMachine } from '../../../states/seat-states.ts';
import type { Transition } from '../../../states/transitions.ts';

/** An arrow of the picture: from a state, or from the whole group, to a state. */
export interface Edge {
  /** A state, or {@link GROUP}. */
  readonly from: string;
  readonly to: string;
  /** What moves the movement along this arrow, each once. */
  readonly labels: readonly string[];
}

/** Stands for all states of the group in an arrow that leaves each of them alike. */
export const GROUP = '(group)';

const MIN_GROUP = 4;
const MIN_USES = 3;

/** The set of states that several transitions leave alike; drawn as one frame, so that the arrows can be counted. */
export function groupOf(transitions: readonly Transition<string>[]): readonly string[] {
  const uses = Map.groupBy(
    transitions.filter(({ from, to }) => from.length >= MIN_GROUP && to !== 'same'),
    ({ from }) => from.join(),
  );
  const best = [...uses.values()].sort((a, b) => b.length - a.length)[0];
  return best && best.length >= MIN_USES ? (best[0]?.from ?? []) : [];
}

/** The arrows of a machine; those that leave a state as it is are not drawn. */
export function edgesOf<State extends string>(
  machine: StateMachine<State>,
  group: readonly string[],
  label: (transition: Transition<string>) => string,
): Edge[] {
  const edges = new Map<string, { from: string; to: string; labels: Set<string> }>();
  const add = (from: string, to: string, text: string): void => {
    const edge = edges.get(`${from}>${to}`) ?? { from, to, labels: new Set<string>() };
    edges.set(`${from}>${to}`, { ...edge, labels: edge.labels.add(text) });
  };
  for (const transition of machine.transitions) {
    if (transition.to === 'same') continue;
    const missing = group.filter((state) => !transition.from.some((from) => from === state));
    const asGroup = group.length > 0 && missing.length <= 1 && !group.includes(transition.to);
    if (asGroup)
      add(GROUP, transition.to, [label(transition), ...missing.map((state) => `(not ${state})`)].join(' '));
    for (const from of transition.from) {
      if (from === transition.to || (asGroup && group.includes(from))) continue;
      add(from, transition.to, label(transition));
    }
  }
  return [...edges.values()].map(({ labels, ...edge }) => ({ ...edge, labels: [...labels] }));
}
