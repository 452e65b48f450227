import { nextState } from '../../../profile/states/transitions.ts';
import { type DueTimer, takeTimer } from '../clock/timer-table.ts';
import { type Work, work } from '../outbox/work.ts';
import type { StackContext } from '../stack-context.ts';
import { judgeSilence } from '../tracking/silence.ts';
import { destinationCountry, type Movement, ownerOf } from './movement.ts';
import { findMovement, saveMovement } from './movement-table.ts';
import { giveUp } from './post.ts';
import { raise } from './raise.ts';
import { finding, type Notice } from './step.ts';
import { findWaiting } from './waiting-table.ts';

/** A timer has fallen due: its effect, once. */
export async function fallDue(context: StackContext, timer: DueTimer): Promise<void> {
  const { kind, reference } = timer;
  await work(context, [movementOf(timer)], async (unit) => {
    if (!(await takeTimer(unit.transaction, timer))) return;
    if (!context.hooks.onTime(true, { kind, reference })) return;
    if (kind === 'device-silent') return judgeSilence(unit, timer);
    const movement = await findMovement(unit.transaction, reference);
    if (kind === 'early') await waitedForNotice(unit, reference);
    else if (movement) await onMovement[kind](unit, movement);
  });
}

/** A timer of a device names it behind the movement. */
const movementOf = ({ reference }: DueTimer): string => reference.split(' ', 1)[0] ?? reference;

async function overdue(unit: Work, movement: Movement): Promise<void> {
  const on = 'timer:limitDate';
  const to = unit.context.hooks.onTransition(nextState(movement.state, on), { movement, on, received: null });
  if (to === null) return;
  const notice: Notice = {
    kind: 'overdue',
    recipients: movement.countries,
    detail: `Délai de route dépassé le ${movement.limitDate} sans arrivée.`,
  };
  const raised = raise(unit, { ...movement, state: to }, [notice]);
  await saveMovement(unit.transaction, movement, unit.context.hooks.onLedger(raised, null));
}

async function resultMissing(unit: Work, movement: Movement): Promise<void> {
  if (movement.state !== 'ARRIVED') return;
  const country = destinationCountry(movement);
  const notice: Notice = {
    kind: 'result-missing',
    recipients: [...new Set([country, movement.owner])],
    country,
    detail: "Résultat du contrôle attendu depuis l'arrivée.",
  };
  const raised = raise(unit, movement, [notice]);
  await saveMovement(unit.transaction, movement, unit.context.hooks.onLedger(raised, null));
}

async function waitedForNotice(unit: Work, reference: string): Promise<void> {
  const waiting = (await findWaiting(unit.transaction, reference)).filter(({ reason }) => reason === 'early');
  if (waiting.length === 0) return;
  const known = unit.context.reference.seats().includes(ownerOf(reference));
  if (known) return ask(unit, reference, 'Avis ou mainlevée non reçus ; un message les a précédés.');
  for (const message of waiting) await giveUp(unit, message, [finding('UNKNOWN_MOVEMENT')]);
}

async function waitedForVersion(unit: Work, movement: Movement): Promise<void> {
  const [first] = (await findWaiting(unit.transaction, movement.reference)).filter(
    ({ reason }) => reason === 'gap',
  );
  if (!first) return;
  ask(unit, movement.reference, `Version ${movement.version + 1} non reçue ; une version plus haute attend.`);
  const notice: Notice = {
    kind: 'version-gap',
    recipients: [movement.owner],
    relatesTo: first.messageId,
    detail: `La version ${movement.version + 1} du mouvement manque.`,
  };
  await saveMovement(unit.transaction, movement, raise(unit, movement, [notice]));
}

const onMovement = {
  'limit-date': overdue,
  'result-missing': resultMissing,
  gap: waitedForVersion,
} as const;

/** Asks the country of departure what it knows of the movement. */
function ask(unit: Work, reference: string, reason: string): void {
  const payload = { by: { transitReference: reference }, scope: 'FULL', reason };
  unit.tell(ownerOf(reference), 'MovementQuery', payload, { conversation: reference });
}
