import type { CorridorWorld } from './world.ts';

const skews = new WeakMap<CorridorWorld, Map<string, number>>();

/** The clock of a country goes wrong: by so many seconds fast, or slow when negative. What it has still to record carries its time. */
export function setClockWrong(world: CorridorWorld, country: string, seconds: number): void {
  const known = skews.get(world) ?? new Map<string, number>();
  skews.set(world, known.set(country, seconds));
  const wrong = (instant: string): string => new Date(Date.parse(instant) + seconds * 1000).toISOString();
  const { passages, arrival, control, release, departureCountry, destinationCountry } = world.movement;
  world.change({
    passages: passages.map((passage) =>
      passage.office.startsWith(country)
        ? { ...passage, presentedAt: wrong(passage.presentedAt), passedAt: wrong(passage.passedAt) }
        : passage,
    ),
    ...(country === destinationCountry && {
      arrival: { ...arrival, arrivedAt: wrong(arrival.arrivedAt) },
      control: { ...control, controlledAt: wrong(control.controlledAt) },
    }),
    ...(country === departureCountry && { release: { ...release, releasedAt: wrong(release.releasedAt) } }),
  });
}

/** When a country says that it writes a message now. */
export function preparedBy(world: CorridorWorld, country: string): string {
  const seconds = skews.get(world)?.get(country) ?? 0;
  return new Date(world.environment.clock.now() + seconds * 1000).toISOString();
}
