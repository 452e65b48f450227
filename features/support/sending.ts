import { validPayloads } from '../../fixtures/messages/valid-payloads.ts';
import type { Mutation } from '../../fixtures/mutations/mutation.ts';
import type { Message } from '../../profile/messages/message.ts';
import { type MessageName, messageByWireCode, messages } from '../../profile/messages/messages.ts';
import type { EnvelopeOptions } from '../../simulators/customs/index.ts';
import { HarnessError } from './errors.ts';
import type { CorridorWorld, Sent } from './world.ts';

type Valid = ReturnType<typeof validPayloads>;

/** A message of this name that says nothing wrong by itself, from the administration whose part it is; not sent. */
export function composeValid(
  world: CorridorWorld,
  name: MessageName,
  changes: object = {},
  envelope: Envelope = {},
): Message {
  const { movement, environment } = world;
  const payloads = validPayloads(movement, environment.clock.now());
  const payload = { ...payloads[name as keyof Valid], ...changes };
  const { office } = payload as { office?: string };
  const { from = office?.slice(0, 2) ?? movement.departureCountry, ...options } = envelope;
  return world.seat(from).compose(name, payload, { ...addressOf(world, name), ...options });
}

/** What a scenario chooses of the envelope; `from` is another administration than the one whose part it is. */
interface Envelope extends EnvelopeOptions {
  readonly from?: string;
}

/** A message that nobody sent. */
const NEVER_SENT = '01930000-0000-7000-8000-000000000000';

/** To whom, and to what it answers: were it a request that nobody made. */
function addressOf(world: CorridorWorld, name: MessageName): EnvelopeOptions {
  const { departureCountry, destinationCountry } = world.movement;
  if (name === 'EnquiryRequest') return { recipient: destinationCountry };
  if (name === 'MovementResponse' || name === 'GuaranteeResult') return { correlationId: NEVER_SENT };
  if (name !== 'EnquiryResponse') return {};
  const asked = world.sent.findLast(
    ({ message }) => message.messageType === messages.EnquiryRequest.wireCode,
  );
  return { recipient: departureCountry, correlationId: asked?.message.messageId ?? NEVER_SENT };
}

/** Sends it, whatever the state of the movement makes of it. */
export function sendValid(
  world: CorridorWorld,
  name: MessageName,
  changes: object = {},
  envelope: Envelope = {},
): Promise<Sent> {
  const message = composeValid(world, name, changes, envelope);
  return world.submit(message.sender, message);
}

/** Says again what the last message said, in a new message: new id, next number. */
export function sendAfresh(world: CorridorWorld): Promise<Sent> {
  const { sender, recipient, messageType, payload } = world.lastSent().message;
  const name = messageByWireCode(messageType)?.name as MessageName;
  return world.send(sender, name, payload, { recipient });
}

/** The country of departure answers what the hub asked about a movement that is released and that the hub never heard of. */
export function answerWithNotice(world: CorridorWorld): Promise<Sent> {
  const { departureCountry, reference: transitReference, notice, release } = world.movement;
  const [question] = world.seat(departureCountry).received(transitReference, 'MovementQuery');
  const { limitDate } = release;
  const movement = { transitReference, state: 'RELEASED', movementVersion: 2, limitDate, notice, events: [] };
  const { messageId: correlationId = NEVER_SENT } = question?.message ?? {};
  const options = { recipient: 'hub', correlationId, conversationId: transitReference };
  return world.send(departureCountry, 'MovementResponse', { outcome: 'FOUND', movement }, options);
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
