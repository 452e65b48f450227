import { stateDiagram } from '../../../profile/export/documents/diagram/state-diagram.ts';
import { allMessages } from '../../../profile/messages/messages.ts';
import { type MachineName, machineNames, machines } from '../../model/machines.ts';
import type { StateCoverage } from '../../model/state-coverage.ts';
import { catalogue, type Language } from '../catalogue.ts';
import type { PageMachine } from './page-data.ts';

/** The machines of every seat as the page shows them. */
export const pageMachines = (coverage: StateCoverage): PageMachine[] =>
  machineNames.map((name) => pageMachine(name, coverage));

function pageMachine(name: MachineName, coverage: StateCoverage): PageMachine {
  const { states } = machines[name];
  const seen = coverage.states.filter(({ machine }) => machine === name);
  return {
    name,
    picture: { fr: pictureOf(name, coverage, 'fr'), en: pictureOf(name, coverage, 'en') },
    states: seen.map(({ state, visited }) => ({ ...(states[state] ?? { fr: state, en: state }), visited })),
    ways: coverage.ways
      .filter(({ machine }) => machine === name)
      .map(({ from, to, on, given, visited }) => {
        const event = `${codeOf(on)}${given === '' ? '' : ` [${given}]`}`;
        return { from, to, on: event, visited };
      }),
  };
}

const codes = new Map<string, string>(allMessages.map(({ name, wireCode }) => [name, wireCode]));
const codeOf = (on: string): string => (codes.has(on) ? `${codes.get(on)} ${on}` : on);

/** Without the style of its own: the page has it, since its policy admits no other. */
function pictureOf(name: MachineName, { states, ways }: StateCoverage, language: Language): string {
  const { machines: texts } = catalogue[language];
  const machine = machines[name];
  const own = ways.filter((way) => way.machine === name);
  const visited = new Set(states.flatMap((one) => (one.machine === name && one.visited ? [one.state] : [])));
  const picture = stateDiagram(machine, {
    title: texts.titles[name],
    group: texts.eachOfThese,
    label: ({ on, when }) =>
      `${codes.get(on) ?? on.replace('timer:', '')}${when ? ` ${when.is.join(', ')}` : ''}`,
    name: (state) => machine.states[state]?.[language] ?? state,
    marks: {
      state: (state) => (visited.has(state) ? 'seen' : 'unseen'),
      arrow: (from, to) => {
        const along = own.filter((way) => from.includes(way.from) && way.to === to && way.from !== to);
        const some = along.filter((way) => way.visited).length;
        return some === 0 ? 'unseen' : some < along.length ? 'partly' : 'seen';
      },
    },
  });
  const tip = `tip-${name}-${language}`;
  return picture
    .replace(/<style>[\s\S]*?<\/style>\n?/, '')
    .replaceAll('url(#tip)', `url(#${tip})`)
    .replace('id="tip"', `id="${tip}"`);
}
