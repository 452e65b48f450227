import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { movementStates } from '../../../states/movement-states.ts';
import { movementTransitions } from '../../../states/transitions.ts';
import { edgesOf, GROUP, groupOf } from './edges.ts';
import { layOut } from './layout.ts';
import { stateDiagram } from './state-diagram.ts';

const machine = { initial: 'NONE', states: movementStates, transitions: movementTransitions } as const;
const captions = { title: 'A & B', group: 'group', label: ({ on }: { on: string }) => on };

test('states that several messages leave alike are framed, and drawn with one arrow each', () => {
  const group = groupOf(movementTransitions);
  assert.ok(group.includes('IN_TRANSIT') && group.includes('OVERDUE') && !group.includes('ARRIVED'));
  const arrivals = edgesOf(machine, group, captions.label).filter(({ to }) => to === 'ARRIVED');
  assert.deepEqual(arrivals, [{ from: GROUP, to: 'ARRIVED', labels: ['ArrivalNotice'] }]);
});

test('no two states overlap, and every state stands within the picture', () => {
  const group = groupOf(movementTransitions);
  const { boxes, width, height } = layOut(
    Object.keys(movementStates),
    edgesOf(machine, group, captions.label),
    group,
  );
  const states = [...boxes].filter(([name]) => name !== GROUP);
  assert.equal(states.length, Object.keys(movementStates).length);
  for (const [name, box] of states) {
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, name);
    for (const [other, b] of states) {
      const apart =
        box.x + box.width <= b.x ||
        b.x + b.width <= box.x ||
        box.y + box.height <= b.y ||
        b.y + b.height <= box.y;
      assert.ok(other === name || apart, `${name} over ${other}`);
    }
  }
});

test('the picture is well-formed XML with every state by its French name', () => {
  const svg = stateDiagram(machine, captions);
  const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg);
  assert.equal(root.title, 'A & B');
  for (const { fr } of Object.values(movementStates)) assert.ok(svg.includes(`>${fr}</text>`), fr);
});
