import type { StateMachine } from '../../../states/seat-states.ts';
import type { Transition } from '../../../states/transitions.ts';
import { type Arrow, arrowsOf } from './arrows.ts';
import { type Edge, edgesOf, GROUP, groupOf } from './edges.ts';
import { type Box, layOut } from './layout.ts';

/** How a picture is labelled. */
export interface Captions {
  /** Said aloud by a screen reader. */
  readonly title: string;
  /** Written on the frame round the states that are left alike. */
  readonly group: string;
  readonly label: (transition: Transition<string>) => string;
  /** Name of a state; default its French one. */
  readonly name?: (state: string) => string;
  /** A further class of a state, and of the arrow from one state (or the group) to another: what was seen of it. */
  readonly marks?: {
    readonly state: (state: string) => string;
    readonly arrow: (from: readonly string[], to: string) => string;
  };
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `text{font:12px sans-serif;fill:#1b2733}.name{font-weight:600;text-anchor:middle}.code{font-size:10px;fill:#51606f;text-anchor:middle}
.label{font-size:10px;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.state{fill:#eef3f8;stroke:#2f5d8a;stroke-width:1.4}.group{fill:#f8faf2;stroke:#8a9a4b;stroke-dasharray:5 4}.transition{fill:none;stroke:#5a6b7b;stroke-width:1.2}`;

function stateText(code: string, name: string, { x, y, width, height }: Box, mark = ''): string {
  const middle = x + width / 2;
  return [
    `<rect class="${`state ${mark}`.trimEnd()}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
    `<text class="name" x="${middle}" y="${y + 18}">${xml(name)}</text>`,
    `<text class="code" x="${middle}" y="${y + 33}">${code}</text>`,
  ].join('');
}

function labelText({ labels }: Edge, { at }: Arrow): string {
  const first = at.y - (labels.length - 1) * 6 + 3;
  return labels
    .map(
      (label, row) =>
        `<text class="label" x="${Math.round(at.x)}" y="${Math.round(first + row * 12)}">${xml(label)}</text>`,
    )
    .join('');
}

/** A state machine as an SVG picture: boxes with French name and code, arrows with what moves along them. */
export function stateDiagram<State extends string>(machine: StateMachine<State>, captions: Captions): string {
  const states = Object.keys(machine.states) as State[];
  const group = groupOf(machine.transitions);
  const edges = edgesOf(machine, group, captions.label);
  const layout = layOut(states, edges, group);
  const arrows = arrowsOf(edges, layout);
  const frame = layout.boxes.get(GROUP);
  const { width, height } = layout;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${xml(captions.title)}</title>`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#5a6b7b"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...(frame
      ? [
          `<rect class="group" x="${frame.x}" y="${frame.y}" width="${frame.width}" height="${frame.height}" rx="12"/>`,
          `<text class="code" x="${frame.x + frame.width / 2}" y="${frame.y - 6}">${xml(captions.group)}</text>`,
        ]
      : []),
    ...arrows.map(({ path }, index) => {
      const { from, to } = edges[index] ?? { from: '', to: '' };
      const mark = captions.marks?.arrow(from === GROUP ? group : [from], to) ?? '';
      return `<path class="${`transition ${mark}`.trimEnd()}" d="${path}" marker-end="url(#tip)"/>`;
    }),
    ...states.flatMap((state) => {
      const box = layout.boxes.get(state);
      const name = captions.name?.(state) ?? machine.states[state].fr;
      return box ? [stateText(state, name, box, captions.marks?.state(state))] : [];
    }),
    ...edges.flatMap((edge, index) => (arrows[index] ? [labelText(edge, arrows[index])] : [])),
    '</svg>',
  ].join('\n')}\n`;
}
