import type { Message } from '../../profile/messages/message.ts';
import { timers } from '../../profile/timers/timers.ts';
import type { HubAnswer } from '../../simulators/customs/index.ts';
import { eventually } from './eventually.ts';
import { type JourneyStep, type Stage, stepsBetween } from './scenario-movement.ts';
import type { CorridorWorld, Sent } from './world.ts';

/** Long enough for a stack to be started again, and no longer than the profile gives it to answer. */
const PATIENCE_MS = timers.acknowledgement.seconds * 1000;
const ASKED_EVERY_MS = 200;

/** What tells a seat to repeat: no answer, or that the hub could not take the message for now. */
export const unanswered = ({ status, fault }: HubAnswer): boolean => fault !== undefined || status >= 500;

/**
 * Sends a message once and repeats the same bytes until there is an answer, as the profile asks of every seat (P03). What is
 * answered is told, not judged, but for silence without end.
 */
export async function sendPatiently(
  world: CorridorWorld,
  country: string,
  { name, payload }: Pick<JourneyStep, 'name' | 'payload'>,
): Promise<Sent> {
  const message = world.seat(country).compose(name, payload);
  await attempt(world, message);
  return repeatUntilAnswered(world, message);
}

/** Sends a message once, and takes whatever comes of it, or nothing. */
export async function attempt(world: CorridorWorld, message: Message): Promise<Sent> {
  world.claim(message.messageId);
  const sent = { message, submission: await world.seat(message.sender).submit(message) };
  world.sent.push(sent);
  return sent;
}

/** Repeats the same bytes until there is an answer; a message that has one already is left alone. */
export async function repeatUntilAnswered(world: CorridorWorld, message: Message): Promise<Sent> {
  const seat = world.seat(message.sender);
  const place = world.sent.findLastIndex(({ message: { messageId } }) => messageId === message.messageId);
  let { submission } = world.sent[place] ?? { submission: await seat.resend(message.messageId) };
  const probe = async (): Promise<HubAnswer> => {
    if (unanswered(submission)) submission = await seat.resend(message.messageId);
    return submission;
  };
  const waiting = {
    withinMs: PATIENCE_MS,
    clock: world.run.settings.realClock,
    atMostEveryMs: ASKED_EVERY_MS,
  };
  await eventually(probe, { until: (answer) => !unanswered(answer), ...waiting });
  const sent = { message, submission };
  if (place >= 0) world.sent[place] = sent;
  const silence = await world.silence(submission);
  if (silence) world.judge(silence);
  return sent;
}

/** Everything that was sent and has no answer yet is repeated. */
export async function repeatAllUnanswered(world: CorridorWorld): Promise<void> {
  const open = world.sent.filter(({ submission }) => unanswered(submission));
  for (const { message } of open) await repeatUntilAnswered(world, message);
}

const reached = new WeakMap<CorridorWorld, Map<string, Stage>>();

/**
 * Brings every movement of the scenario to a stage, side by side; about one movement the next message leaves when the one before
 * has its answer.
 */
export async function travelPatiently(world: CorridorWorld, to: Stage): Promise<void> {
  const stages = reached.get(world) ?? new Map<string, Stage>();
  reached.set(world, stages);
  await Promise.all(
    world.movements.map(async (movement) => {
      const from = stages.get(movement.reference) ?? 'prepared';
      for (const step of stepsBetween(movement, from, to)) await sendPatiently(world, step.from, step);
      stages.set(movement.reference, to);
    }),
  );
}
