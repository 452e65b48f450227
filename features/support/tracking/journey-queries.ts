import { HubClient } from '../../../simulators/customs/hub-client.ts';
import type { CorridorWorld } from '../world.ts';

/** An EPCIS document. @source GS1 EPCIS 2.0, section 12 (media type of JSON-LD) */
const EPCIS = 'application/ld+json';

/** @source timers: acknowledgement */
const ANSWER_WITHIN_MS = 30_000;

const clients = new WeakMap<CorridorWorld, Map<string, HubClient>>();

/** A party that asks, country or platform: its questions are its own, whoever plays it elsewhere. */
export function clientOf(world: CorridorWorld, party: string): HubClient {
  const known = clients.get(world) ?? new Map<string, HubClient>();
  clients.set(world, known);
  const found = known.get(party);
  if (found) return found;
  const { run, environment } = world;
  const client = new HubClient({
    seat: party,
    hub: world.hub,
    stack: environment.stackName,
    clock: environment.clock,
    journal: run.settings.journal,
    answerTimeoutMs: run.settings.answerWithinMs ?? ANSWER_WITHIN_MS,
    connections: 1,
  });
  known.set(party, client);
  world.onClose(() => client[Symbol.asyncDispose]());
  return client;
}

/** Somebody asks for a journey; what is answered is kept, not judged. */
export async function askJourney(
  world: CorridorWorld,
  party: string,
  reference: string,
  as: 'journey' | 'epcis' = 'journey',
): Promise<void> {
  await world.settle();
  const headers = { accept: as === 'epcis' ? EPCIS : 'application/json' };
  const path = `/v0/journeys/${reference}`;
  const answer = await clientOf(world, party).send({ kind: 'query', method: 'GET', path, headers });
  const silence = await world.silence(answer);
  if (silence) world.judge(silence);
}
