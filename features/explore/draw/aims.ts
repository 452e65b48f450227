import { earlyMessages } from '../../../profile/order.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';
import { movementTransitions } from '../../../profile/states/transitions.ts';
import type { Entry, MovementView } from '../model/views.ts';
import type { Player } from '../player.ts';
import { type Aim, isNearer, rowOf, stepsTo } from './machines.ts';
import type { Option } from './option.ts';

/** Under a guarantee with an amount nothing leaves before it is registered and reserved. */
export function isDueToRegister(
  player: Player,
  number: number,
  state: string,
  { act, payload }: Option,
): boolean {
  const movement = player.movements.get(number);
  if (!movement?.guarantee.reserve || (state !== 'NONE' && state !== 'REGISTERED')) return false;
  const { guaranteeReference } = movement.guarantee.register;
  const { register } = player.model;
  if (act !== 'GuaranteeRequest') return false;
  if (register.reservation(guaranteeReference, movement.reference)) return false;
  return payload?.['operation'] === (register.published(guaranteeReference) ? 'RESERVE' : 'REGISTER');
}

/** The movement that a message was taken by: in the state before it, under the notice in force after it. */
export function takenBy(
  { before, message }: Entry,
  player: Player,
): Pick<MovementView, 'reference' | 'state' | 'notice'> {
  const reference = String(message.payload['transitReference']);
  const notice = player.model.movements.get(reference)?.notice;
  return { reference, state: before ?? 'NONE', notice: notice as MovementView['notice'] };
}

export const eventOf = (act: string): string => (act === 'wait' ? 'timer:limitDate' : act);

/** Whether a message brings a movement nearer to the state that is aimed at. */
export function leads(state: MovementState, aim: Aim, { act, payload }: Option): boolean {
  if (payload === undefined) return false;
  const row = rowOf(movementTransitions, state, eventOf(act), payload);
  const to = row === undefined ? 'same' : (movementTransitions[row]?.to ?? 'same');
  return to !== 'same' && isNearer(stepsTo(aim), to, state);
}

/** Whether a movement in this state can still be led to what is aimed at. */
export const isWithinReach = (state: MovementState, aim: Aim): boolean => stepsTo(aim).has(state);

/** What a stack forgets over a restart shows when it is repeated, or when time passes: before new messages remind it. */
export const isJustRestarted = (player: Player): boolean => player.played.at(-1)?.move.act === 'restart';

/** An answer is led to by its question, on the way there. */
export function isToBeAsked(
  player: Player,
  number: number,
  state: MovementState,
  { row }: Aim,
  { act }: Option,
): boolean {
  const aimsAtAnswer = row !== undefined && movementTransitions[row]?.on === 'EnquiryResponse';
  if (!aimsAtAnswer || act !== 'EnquiryRequest') return false;
  if (rowOf(movementTransitions, state, act, {}) === undefined) return false;
  const view = player.model.movements.get(player.movements.get(number)?.reference ?? '');
  return view?.events.every(({ messageType }) => messageType !== 'AT12') ?? false;
}

export const wordsOf = ({ act, detail }: Option): string => `${act} ${detail.join(', ')}`;

/** The truck may be faster than the notice. */
export const mayBeEarly = (state: string, act: string): boolean =>
  earlyMessages.includes(act) && (state === 'NONE' || state === 'REGISTERED');
