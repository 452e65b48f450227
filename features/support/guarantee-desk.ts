import type { GuaranteeRequestPayload } from '../../profile/messages/guarantee-request.ts';
import type { CustomsSystem } from '../../simulators/customs/index.ts';
import type { CorridorWorld, Sent } from './world.ts';

type Operation = GuaranteeRequestPayload['operation'];
type Terms = NonNullable<GuaranteeRequestPayload['terms']>;

/** Registers the guarantee of the current movement, by the country of its guarantor. */
export function registerGuarantee(world: CorridorWorld, terms: Partial<Terms> = {}): Promise<Sent> {
  const { registrar, register } = world.movement.guarantee;
  const payload = { ...register, terms: { ...register.terms, ...terms } };
  return world.send(registrar, 'GuaranteeRequest', payload);
}

/** Asks the register for an operation on the guarantee of the current movement, as its country of departure or another. */
export function askRegister(
  world: CorridorWorld,
  operation: Operation,
  changes: Partial<GuaranteeRequestPayload> = {},
  from: string = world.movement.departureCountry,
): Promise<Sent> {
  const { guarantee, reference, countries } = world.movement;
  const { guaranteeReference, accessCode, holderTaxId } = guarantee.register;
  const payload = {
    operation,
    guaranteeReference,
    accessCode,
    holderTaxId,
    ...(operation !== 'QUERY' && { transitReference: reference }),
    ...(operation !== 'RELEASE' && { countries: [...countries] }),
    ...changes,
  };
  return world.send(from, 'GuaranteeRequest', payload);
}

/** What is said by somebody who is not the holder, and by somebody who does not know the access code. */
export const ANOTHER_HOLDER = { holderTaxId: 'FICTIF-AUTRE' } as const;
export function wrongAccessCode({ movement }: CorridorWorld): { accessCode: string } {
  return { accessCode: otherAccessCode(movement.guarantee.accessCode) };
}
export const otherAccessCode = (accessCode: string): string => (accessCode === 'ZZZZ' ? 'YYYY' : 'ZZZZ');

/** Reserves an amount for the current movement, and cites the reservation in its release. */
export async function reserveFor(world: CorridorWorld, amount: number): Promise<Sent> {
  const sent = await askRegister(world, 'RESERVE', { amount });
  await world.settle();
  const { departureCountry, release } = world.movement;
  const reservationId = reservationGiven(world.seat(departureCountry), sent.message.messageId);
  if (reservationId !== undefined) world.change({ release: { ...release, reservationId } });
  return sent;
}

/** The number that the register gave to a reservation, as its answer tells the seat that asked for it. */
export function reservationGiven(seat: CustomsSystem, requestId: string): string | undefined {
  const answers = seat.received(undefined, 'GuaranteeResult');
  const answer = answers.find(({ message }) => message.correlationId === requestId)?.message;
  const reservationId = answer?.payload['reservationId'];
  return typeof reservationId === 'string' ? reservationId : undefined;
}

/** Asks to reserve for several movements at once, on the guarantee of the current one. */
export async function reserveAtOnce(world: CorridorWorld, amount: number, count: number): Promise<void> {
  const own = world.movement;
  const others = Array.from({ length: count }, () => world.prepare(own.corridor.name));
  world.movements.push(own); // the scenario goes on speaking of this one
  await Promise.all(
    others.map(({ reference }) => askRegister(world, 'RESERVE', { amount, transitReference: reference })),
  );
}

/** Reads what the register publishes of the guarantee of the current movement; recorded as evidence. */
export async function consultGuarantee(
  world: CorridorWorld,
): Promise<{ reference: string; countries: string[] }> {
  const { guarantee, departureCountry, countries } = world.movement;
  const reference = guarantee.register.guaranteeReference;
  await world.settle();
  await world.seat(departureCountry).guarantee(reference);
  return { reference, countries: [...countries] };
}
