import { messages } from '../../messages/messages.ts';
import { diagramOf } from '../../states/diagram.ts';
import { movementStates } from '../../states/movement-states.ts';
import {
  destinationMachine,
  guaranteeMachine,
  passageMachine,
  type StateMachine,
} from '../../states/seat-states.ts';
import { movementTransitions, type Transition } from '../../states/transitions.ts';
import { stateDiagram } from './diagram/state-diagram.ts';
import { fenced, page, table, tick } from './markdown.ts';

const movementMachine: StateMachine = {
  initial: 'NONE',
  states: movementStates,
  transitions: movementTransitions,
};

/** The machines with the name of their page section and of their picture. */
const machines = [
  {
    file: 'states-movement.svg',
    title: 'A movement in the ledger of the hub and in the book of departure (mouvement)',
    machine: movementMachine,
    note:
      'No row: the message is refused with `OUT_OF_SEQUENCE` (`ALREADY_ARRIVED` for a second arrival while the movement is neither discharged nor cancelled), but for passages and ' +
      'arrivals before the release, which wait ([exchange rules](exchange-rules.md), section 5). `timer:limitDate` is the time limit.',
  },
  {
    file: 'states-passage.svg',
    title: 'A movement in the book of an office of passage (bureau de passage)',
    machine: passageMachine as StateMachine,
    note: 'The own book of a national system; the hub does not see it.',
  },
  {
    file: 'states-destination.svg',
    title: 'A movement in the book of the office of destination (bureau de destination)',
    machine: destinationMachine as StateMachine,
    note: 'The own book of a national system; the hub does not see it.',
  },
  {
    file: 'states-guarantee.svg',
    title: 'The use of a guarantee by one movement (garantie)',
    machine: guaranteeMachine as StateMachine,
    note: 'In the regional register; see [guarantees](guarantee.md) for what closes a reservation without a request.',
  },
] as const;

const wireCodeOf = (on: string): string =>
  (messages as Record<string, { wireCode: string }>)[on]?.wireCode ?? on;

/** `AT09 CONFORM`; the field itself is left to the table. */
function shortLabel({ on, when, given }: Transition<string>): string {
  if (on.startsWith('timer:')) return on.slice('timer:'.length);
  const conditions = [when?.is.join(' '), given].filter(Boolean);
  return [wireCodeOf(on), ...conditions].join(' ');
}

function transitionRow({ from, on, when, given, to }: Transition<string>): string[] {
  const condition = when
    ? `${tick(when.field)} = ${when.is.map((value) => tick(String(value))).join(' or ')}`
    : '';
  const after = to === 'same' ? 'the same' : tick(to);
  const name = on in messages ? `${wireCodeOf(on)} ${on}` : tick(on);
  return [from.map(tick).join(', '), name, [condition, given].filter(Boolean).join('; '), after];
}

function section({ file, title, machine, note }: (typeof machines)[number]): string {
  const states = Object.entries(machine.states).map(([code, { fr, en }]) => [tick(code), fr, en]);
  const labelOf = (state: string): string => machine.states[state]?.fr ?? state;
  return [
    `## ${title}`,
    note,
    `![${title}](${file})`,
    table(['state', 'français', 'English'], states),
    'The first row that fits counts.',
    table(['in', 'on', 'when', 'then'], machine.transitions.map(transitionRow)),
    `<details><summary>As Mermaid</summary>\n\n${fenced('mermaid', diagramOf(machine.transitions, { initial: machine.initial, labelOf, loops: false }))}\n\n</details>`,
  ].join('\n\n');
}

/** `states.md`: every state machine as picture and table. */
export const statesPage = (): string =>
  page(
    '# States (états)',
    'The pictures leave out what does not change the state; the tables hold all. An arrow from the dashed frame leaves each state in it.',
    ...machines.map(section),
  );

/** The pictures that the page shows, by file name. */
export const stateDiagrams = (): { readonly file: string; readonly text: string }[] =>
  machines.map(({ file, title, machine }) => ({
    file,
    text: stateDiagram(machine, {
      title,
      group: 'en route, non arrivé (on the road, not arrived)',
      label: shortLabel,
    }),
  }));
