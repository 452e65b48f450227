import { timers } from '../../profile/timers/timers.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import { type Observation, observe, observeEqual } from './check.ts';
import { parsed, textIn } from './recorded.ts';

/** Real time between the readings that is let pass, seconds: the clock of the stack goes on meanwhile. */
const REAL_TIME_S = 5;

/**
 * The clock, read before and after it was moved, has gone forward by the time asked for and by the real time between
 * both readings, no more and no less (TST-005).
 */
export function clockMovedBy(records: readonly ExchangeRecord[], seconds: number): Observation[] {
  const answers = records.filter(({ path }) => path.startsWith('/v0/test-clock'));
  const times = answers.map(({ answer }) => instantIn(answer?.body));
  const [before = Number.NaN] = times;
  const [told, after = Number.NaN] = times.slice(-2);
  const movedS = (after - before) / 1000;
  return [
    observeEqual(
      "réponses de l'horloge",
      [200, 200, 200],
      answers.map(({ answer }) => answer?.status),
    ),
    observe(
      movedS >= seconds && movedS <= seconds + REAL_TIME_S,
      `l'heure du hub avancée de ${seconds} s`,
      `avancée de ${movedS} s`,
    ),
    observe(
      told !== undefined && told <= after && told >= before + seconds * 1000,
      "l'heure annoncée après l'avance est celle que publie l'horloge",
      `annoncée ${told}, publiée ${after}`,
    ),
  ];
}

/**
 * Most that the time announced may be off from the time that the simulated countries have, seconds. @source timers
 * clockTolerance: a hub further off than that refuses what they date by their own clocks. Clocks of one run differ by less.
 */
const OFF_BY_S = timers.clockTolerance.seconds;

/**
 * The time that the clock announced after it was moved is about the one that was asked for (TST-005): all that follows is dated
 * by it.
 * @param wanted the time that the countries have, with the move, ms since the epoch
 */
export function clockTold(told: string, wanted: number): Observation {
  const off = Math.abs(Date.parse(told) - wanted) / 1000;
  const about = new Date(wanted).toISOString();
  return observe(
    off <= OFF_BY_S,
    `l'horloge de test avancée annonce ${about}, à ${OFF_BY_S} s près`,
    `annonce ${JSON.stringify(told.slice(0, 40))}`,
    { requirement: 'TST-005' },
  );
}

const instantIn = (body: string | undefined): number => Date.parse(textIn(parsed(body), 'now'));
