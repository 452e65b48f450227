import { Then, When } from '@cucumber/cucumber';
import type { DeviceProfile } from '../../simulators/tracking/journey/journey-options.ts';
import type { ProtocolName } from '../../simulators/tracking/protocols/protocol.ts';
import { nothingInvented, truthShown } from '../checks/journey-truth.ts';
import { positionsAsMeasured } from '../checks/measured-positions.ts';
import { behavioursNamed } from '../support/tracking/behaviour-words.ts';
import { askJourney } from '../support/tracking/journey-queries.ts';
import { type PlayedJourney, playJourney } from '../support/tracking/played-journey.ts';
import '../support/tracking/tracking-words.ts';
import type { CorridorWorld } from '../support/world.ts';

const journeys = new WeakMap<CorridorWorld, PlayedJourney>();

async function play(
  world: CorridorWorld,
  [first, second]: readonly [ProtocolName, ProtocolName],
  what: string,
  device?: Partial<DeviceProfile>,
): Promise<void> {
  const carriers = [
    [first, 'TRK-TG'],
    [second, 'TRK-BF'],
  ] as const;
  const wish = { carriers, behaviours: behavioursNamed(what), ...(device ? { device } : {}) };
  journeys.set(world, await playJourney(world, wish));
  await askJourney(world, world.movement.departureCountry, world.movement.reference);
}

When(
  'un camion fait tout le voyage {corridor}, balise {protocol} puis {protocol}, avec: {string}',
  async function (
    this: CorridorWorld,
    corridor: string,
    first: ProtocolName,
    second: ProtocolName,
    what: string,
  ) {
    this.prepare(corridor);
    await play(this, [first, second], what);
  },
);

When(
  "un camion fait tout le voyage {corridor}, balise {protocol} puis {protocol}, l'horloge en avance de {duration}",
  async function (
    this: CorridorWorld,
    corridor: string,
    first: ProtocolName,
    second: ProtocolName,
    aheadSeconds: number,
  ) {
    this.prepare(corridor);
    const clock = { offsetMs: aheadSeconds * 1000, driftPpm: 20, wrongByMinutes: 0 };
    await play(this, [first, second], 'rien', { clock });
  },
);

const played = (world: CorridorWorld): PlayedJourney => journeys.get(world) ?? { truth: [], measured: [] };

Then('le voyage publié est celui que les balises ont mesuré', async function (this: CorridorWorld) {
  this.judge(positionsAsMeasured(await this.evidence(), this.movement.reference, played(this).measured));
});

Then('tout ce qui devait se voir se voit', async function (this: CorridorWorld) {
  const { truth, measured } = played(this);
  this.judge(truthShown(await this.evidence(), this.movement.reference, truth, measured));
});

Then("rien n'est inventé", async function (this: CorridorWorld) {
  this.judge(nothingInvented(await this.evidence(), this.movement.reference, played(this).truth));
});
