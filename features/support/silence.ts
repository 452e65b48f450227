import type { CustomsSystem, HubAnswer } from '../../simulators/customs/index.ts';
import type { Observation } from '../checks/check.ts';
import type { Drained } from './drain.ts';
import { InconclusiveError } from './errors.ts';

/**
 * A request was left without an answer. If the stack answers otherwise, the silence is its fault (TIM-002); if nothing
 * answers, nobody can say.
 * @returns what to judge; undefined when there was an answer
 */
export async function silenceOf(
  seat: CustomsSystem,
  { fault }: HubAnswer,
): Promise<Observation[] | undefined> {
  if (fault === undefined) return undefined;
  const health = await seat.hub.request<unknown>('GET', '/v0/health');
  if (health.status !== 200) {
    throw new InconclusiveError(
      `La cible ne répond plus : ${fault}.`,
      "Vérifiez que la cible tourne encore et qu'elle est joignable ; son journal dit pourquoi.",
    );
  }
  return [
    {
      ok: false,
      requirement: 'TIM-002',
      expected: 'une réponse en moins de 30 s',
      observed: `aucune : ${fault}`,
    },
  ];
}

/** The stack still holds messages for seats that are there to receive them (RTE-001). */
export function undelivered({ queues, elapsedMs }: Drained): Observation {
  const waiting = queues.filter(({ pending, processing }) => pending > 0 || processing > 0);
  const held = waiting.map(
    ({ seat, pending, processing }) => `${seat} : ${pending} en attente, ${processing} en cours`,
  );
  return {
    ok: false,
    requirement: 'RTE-001',
    expected: 'tous les messages remis aux pays joignables',
    observed: `après ${Math.round(elapsedMs / 1000)} s, ${held.join(' ; ')}`,
  };
}
