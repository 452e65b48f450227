import type { Transition } from './transitions.ts';

/** How a diagram is drawn. */
export interface DiagramOptions<State extends string> {
  /** Where the arrow from nowhere points. */
  readonly initial?: State;
  /** Label of a state, e.g. its French name; the code stays its id. */
  readonly labelOf?: (state: State) => string;
  /** Draw transitions that leave the state as it is; default true. */
  readonly loops?: boolean;
}

/**
 * A state machine as text of a Mermaid state diagram, for documents and reports.
 * @example diagramOf([{ from: ['A'], on: 'Go', to: 'B' }]) // stateDiagram-v2\n  A --> B: Go\n
 */
export function diagramOf<State extends string>(
  transitions: readonly Transition<State>[],
  options: DiagramOptions<State> = {},
): string {
  const { initial, labelOf, loops = true } = options;
  const lines = new Set<string>();
  for (const transition of transitions) {
    for (const from of transition.from) {
      const to = transition.to === 'same' ? from : transition.to;
      if (to !== from || loops) lines.add(`${from} --> ${to}: ${labelOfTransition(transition)}`);
    }
  }
  const states = new Set(transitions.flatMap(({ from, to }) => (to === 'same' ? from : [...from, to])));
  const names = labelOf ? [...states].map((state) => `state "${labelOf(state)}" as ${state}`) : [];
  const start = initial ? [`[*] --> ${initial}`] : [];
  return `${['stateDiagram-v2', ...[...names, ...start, ...lines].map((line) => `  ${line}`)].join('\n')}\n`;
}

/** Mermaid ends a label at a colon or semicolon, so none is written. */
function labelOfTransition({ on, when, given }: Pick<Transition, 'on' | 'when' | 'given'>): string {
  const event = on.replace(/^timer:/, 'timer ');
  const conditions = when ? [`${when.field} = ${when.is.join(', ')}`] : [];
  if (given) conditions.push(given);
  return conditions.length > 0 ? `${event} [${conditions.join(' and ')}]` : event;
}
