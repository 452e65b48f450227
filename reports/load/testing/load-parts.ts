import { exampleLoad, exampleSamples, type LoadFolderParts } from './load-folder.ts';
import { loadTraffic, MESSAGES_A_JOURNEY, PLAYED_FROM } from './load-traffic.ts';

const JOURNEYS_A_PART = 10;
const SECONDS = 7;

/**
 * One load that several sites sent, each the movements whose number leaves its own rest. The first has the seats, and so all
 * deliveries; the last is late by 40 ms.
 */
export function loadParts(count: number): LoadFolderParts[] {
  const traffic = loadTraffic({ journeys: count * JOURNEYS_A_PART });
  return Array.from({ length: count }, (_, at) => ({
    run: exampleLoad({
      runId: `20261102T09000${at + 1}-site00`,
      segment: `${at + 1}/${count}`,
      offered: {
        movements: JOURNEYS_A_PART,
        messages: JOURNEYS_A_PART * MESSAGES_A_JOURNEY,
        questions: 0,
        bySecond: Array.from({ length: SECONDS }, () => JOURNEYS_A_PART),
      },
      playedFrom: new Date(PLAYED_FROM + at * 100).toISOString(),
    }),
    exchanges: traffic.filter(({ kind, body }) => {
      if (kind !== 'submit') return at === 0;
      const about = /26TG0LOM1T0*(\d+)/.exec(String(body))?.[1];
      return Number(about) % count === at;
    }),
    samples: exampleSamples(at === count - 1 ? 40 : 3),
  }));
}
