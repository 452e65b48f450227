import type { Movement } from '../../../fixtures/movements/movement.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import { eventually } from '../eventually.ts';
import { reservationGiven } from '../guarantee-desk.ts';
import type { CorridorWorld } from '../world.ts';

const ANSWERED_WITHIN_MS = 15_000;

/** Draws a movement whose guarantee a register outside keeps, with what it shall reserve. Nothing is sent. */
export function keptOutside(
  world: CorridorWorld,
  corridor: string,
  { total, register, amount }: { total: number; register: ServiceName; amount: number },
): Movement {
  const own = register === 'guarantee-register-aes' ? { guarantor: 'AES' } : {};
  const movement = world.prepare(corridor, { guaranteeKind: 'reservable', ...own });
  const { guarantee, notice } = movement;
  const { terms, ...registered } = guarantee.register;
  const reserve = guarantee.reserve && { reserve: { ...guarantee.reserve, amount } };
  return world.change({
    notice: { ...notice, guarantee: { ...notice.guarantee, dutiesAtRisk: amount } },
    guarantee: {
      ...guarantee,
      register: { ...registered, ...(terms && { terms: { ...terms, referenceAmount: total } }) },
      ...reserve,
    },
  });
}

/** Waits, without judging, for the answer to the last request on a guarantee; the release then cites its reservation. */
export async function reservationAnswered(world: CorridorWorld): Promise<void> {
  const { messageId } = world.lastSent('GuaranteeRequest').message;
  const seat = world.seat(world.movement.departureCountry);
  const answered = () =>
    seat.received(undefined, 'GuaranteeResult').some(({ message }) => message.correlationId === messageId);
  await eventually(async () => answered(), {
    until: (seen) => seen,
    withinMs: ANSWERED_WITHIN_MS,
    clock: world.run.settings.realClock,
  });
  const reservationId = reservationGiven(seat, messageId);
  if (reservationId !== undefined) world.change({ release: { ...world.movement.release, reservationId } });
}
