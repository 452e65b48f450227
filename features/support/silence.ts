import { timers } from '../../profile/timers/timers.ts';
import type { ExchangeRecord } from '../../reports/evidence/exchange.ts';
import type { HubAnswer } from '../../simulators/customs/index.ts';
import type { Observation } from '../checks/check.ts';
import { deliveries } from '../checks/recorded.ts';
import type { Drained } from './drain.ts';
import { InconclusiveError } from './errors.ts';
import { isAlive } from './health.ts';

const ALLOWED_MS = timers.acknowledgement.seconds * 1000;

/**
 * A request was left without an answer. If the stack answers otherwise, the silence is its fault (TIM-002); if nothing
 * answers, or it was not waited for as long as the profile allows, nobody can say.
 * @param withinMs how long an answer is waited for, when less than the profile allows
 * @returns what to judge; undefined when there was an answer
 */
export async function silenceOf(
  hub: string,
  { fault }: HubAnswer,
  withinMs?: number,
): Promise<Observation[] | undefined> {
  if (fault === undefined) return undefined;
  if (!(await isAlive(hub, withinMs))) throw noAnswer(fault);
  if (fault === 'timeout' && withinMs !== undefined && withinMs < ALLOWED_MS) throw notAwaited(withinMs);
  return [
    {
      ok: false,
      requirement: 'TIM-002',
      expected: 'une réponse en moins de 30 s',
      observed: `aucune : ${fault}`,
    },
  ];
}

/** After a scenario without an answer the next one asks first, instead of waiting out every limit again. */
export async function insistOnLife(hub: string, withinMs?: number): Promise<void> {
  if (!(await isAlive(hub, withinMs))) throw noAnswer('santé non publiée');
}

const noAnswer = (seen: string): InconclusiveError =>
  new InconclusiveError(
    `La cible ne répond plus : ${seen}.`,
    "Vérifiez que la cible tourne encore et qu'elle est joignable ; son journal dit pourquoi.",
  );

const notAwaited = (withinMs: number): InconclusiveError =>
  new InconclusiveError(
    `La cible n'a pas répondu en ${withinMs / 1000} s ; le profil lui laisse ${ALLOWED_MS / 1000} s.`,
    'Allongez --answer-within, ou laissez-le de côté.',
  );

const ENDING = [202, 409, 422];
const NAMED = 3;

/** The messages whose last attempt at this seat did not end: which, of which scenario, since when. */
function lastTried(seat: string, records: readonly ExchangeRecord[]): string {
  const last = new Map<string, ExchangeRecord>();
  for (const record of records)
    if (record.kind === 'deliver' && record.to === seat) last.set(record.bodyDigest, record);
  const open = [...last.values()].filter(({ answer }) => !answer || !ENDING.includes(answer.status));
  if (open.length === 0) return ' (aucun essai de remise non abouti vu)';
  const named = open.slice(0, NAMED).map((record) => {
    const [message] = deliveries([record]);
    const seen = record.answer ? `réponse ${record.answer.status}` : (record.fault ?? 'sans réponse');
    const essai = record.headers['corridor-attempt'] ?? '?';
    const what = message
      ? `${message.message.messageType} ${message.message.messageId}`
      : 'un message illisible';
    return `${what}, essai ${essai} à ${record.at} : ${seen}, scénario ${record.scenario ?? 'inconnu'}`;
  });
  return ` (${named.join(' ; ')}${open.length > NAMED ? ' ...' : ''})`;
}

const untold = (queues: Drained['queues']): Observation => ({
  ok: false,
  requirement: 'DLV-013',
  expected: "l'état des remises, avec pending et processing en nombres",
  observed: queues.map(({ seat, unreadable }) => `${seat} : ${unreadable || 'rien'}`).join(' ; '),
});

/**
 * The stack still holds messages for seats that are there to receive them (RTE-001), which fails what the scenario
 * cites of delivery as well: a queue that never empties delivers nothing. One that it does not tell in numbers is
 * judged as such (DLV-013).
 * @param records all that was recorded, of other scenarios too: what waits may be theirs
 * @param cited requirements of the scenario
 */
export function undelivered(
  { queues, elapsedMs }: Drained,
  cited: readonly string[],
  records: readonly ExchangeRecord[] = [],
): Observation[] {
  const unreadable = queues.filter((queue) => queue.unreadable !== undefined);
  if (unreadable.length > 0) return [untold(unreadable)];
  const waiting = queues.filter(({ pending, processing }) => pending > 0 || processing > 0);
  const held = waiting.map(
    ({ seat, pending, processing }) =>
      `${seat} : ${pending} en attente, ${processing} en cours${lastTried(seat, records)}`,
  );
  const requirements = ['RTE-001', ...cited.filter((id) => /^(?:DLV|RES)-/.test(id))];
  return requirements.map((requirement) => ({
    ok: false,
    requirement,
    expected: 'tous les messages remis aux pays joignables',
    observed: `après ${Math.round(elapsedMs / 1000)} s, ${held.join(' ; ')}`,
  }));
}
