import { messageIdAt } from '../../fixtures/messages/message-id.ts';
import { validPayloads } from '../../fixtures/messages/valid-payloads.ts';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import type { Message } from '../../profile/messages/message.ts';
import type { MessageName } from '../../profile/messages/messages.ts';
import type { EnvelopeOptions } from '../../simulators/customs/index.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld, Sent } from './world.ts';

type Valid = ReturnType<typeof validPayloads>;

/** A message of this name that says nothing wrong by itself, from the administration whose part it is; not sent. */
export function composeValid(world: CorridorWorld, name: MessageName, changes: object = {}): Message {
  const { movement, environment } = world;
  const payloads = validPayloads(movement, environment.clock.now());
  const payload = { ...payloads[name as keyof Valid], ...changes };
  const { office } = payload as { office?: string };
  const sender = office?.slice(0, 2) ?? movement.departureCountry;
  return world.seat(sender).compose(name, payload, envelopeOf(world, name));
}

/** An enquiry and its answer go across the road; an answer names a request, were it one that nobody knows. */
function envelopeOf(world: CorridorWorld, name: MessageName): EnvelopeOptions {
  const { departureCountry, destinationCountry } = world.movement;
  if (name === 'EnquiryRequest') return { recipient: destinationCountry };
  if (name !== 'EnquiryResponse' && name !== 'MovementResponse' && name !== 'GuaranteeResult') return {};
  const correlationId = messageIdAt(world.environment.clock.now(), world.random);
  return { correlationId, ...(name === 'EnquiryResponse' && { recipient: departureCountry }) };
}

/** Sends it, whatever the state of the movement makes of it. */
export function sendValid(world: CorridorWorld, name: MessageName, changes: object = {}): Promise<Sent> {
  const message = composeValid(world, name, changes);
  return world.submit(message.sender, message);
}

/** A valid message with some things wrong in it; all mutations are of the same message. */
export function composeFaulty(world: CorridorWorld, mutations: readonly Mutation[]): Message {
  const [first] = mutations;
  if (!first) throw new HarnessError('UNKNOWN_MUTATION', 'Aucune faute.', 'Nommez-en une.');
  const valid = composeValid(world, first.message);
  return mutations.reduce((message, { apply }) => apply(message), valid);
}

/** A message of this scenario that was prepared and kept back by a failing link, until somebody asks for it. */
const kept = new WeakMap<CorridorWorld, Message>();

export const keepBack = (world: CorridorWorld, message: Message): void => void kept.set(world, message);

export function keptBack(world: CorridorWorld): Message {
  const message = kept.get(world);
  if (message) return message;
  throw new HarnessError(
    'SCENARIO_ORDER',
    'Aucun message ne reste en chemin.',
    'Un pas doit le retenir avant.',
  );
}
