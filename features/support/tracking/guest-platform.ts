import { CustomsSystem, createMessageIds } from '../../../simulators/customs/index.ts';
import { addressOf } from '../environment.ts';
import { InconclusiveError } from '../errors.ts';
import type { CorridorWorld } from '../world.ts';

/**
 * Seats a tracking platform that the stack does not host for the length of the scenario: it sends and receives as a country
 * does. The same one when it is seated already.
 */
export async function seatPlatform(world: CorridorWorld, platform: string): Promise<CustomsSystem> {
  const seated = world.guests.get(platform);
  if (seated) return seated;
  const { environment, run, hub } = world;
  const { journal, answerWithinMs } = run.settings;
  const guest = await CustomsSystem.start({
    country: platform,
    hub,
    ...addressOf(environment.stack.description, platform),
    stack: environment.stackName,
    clock: environment.clock,
    journal,
    ids: createMessageIds(environment.clock, world.random.fork(`${platform} ${run.settings.salt}`)),
    ...(answerWithinMs === undefined ? {} : { answerTimeoutMs: answerWithinMs }),
  });
  world.onClose(() => guest[Symbol.asyncDispose]());
  const { status, fault } = guest.registration ?? { status: 0 };
  if (status < 200 || status >= 300)
    throw new InconclusiveError(
      `La cible n'inscrit pas ${platform} (PUT /v0/participants/${platform}) : ${fault ?? `réponse ${status}`}.`,
      'Chaque plateforme de suivi donne à la cible son adresse de remise ; voir docs/profile/binding.md, section 8.',
    );
  world.guests.set(platform, guest);
  return guest;
}
