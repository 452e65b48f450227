import type { Movement } from '../../../fixtures/movements/movement.ts';
import { transitReferenceOf } from '../../../profile/identifiers/national-reference.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import { definePhrases } from '../phrases.ts';
import type { CorridorWorld } from '../world.ts';

/** In what a second movement is like the first of the scenario. */
export type Likeness = (first: TransitNoticePayload, own: Movement) => Partial<TransitNoticePayload>;

const people: Likeness = ({ principal, consignee }) => ({ principal, consignee });

definePhrases<Likeness>('likeness', {
  'des mêmes opérateurs': people,
  "des mêmes opérateurs, enregistré l'année précédente": (first, { notice: { nationalReference } }) => {
    const before = { ...nationalReference, year: nationalReference.year - 1 };
    return {
      ...people(first, undefined as never),
      nationalReference: before,
      transitReference: transitReferenceOf(before),
    };
  },
  'du même camion': ({ vehicle }) => ({ vehicle }),
  'du même camion, immatriculé au Burkina Faso': ({ vehicle }) => ({
    vehicle: { ...vehicle, country: 'BF' as typeof vehicle.country },
  }),
  'de la même marchandise': ({ items, ...first }) => ({
    items,
    totalGrossMassKg: first.totalGrossMassKg,
    totalPackages: first.totalPackages,
    containers: first.containers,
    containerised: first.containerised,
  }),
  'sous le même connaissement': ({ transportDocument, documents }) => ({ transportDocument, documents }),
});

/** Draws a second movement; in what it is like the first it takes over from there. Nothing is sent. */
export function likeTheFirst(world: CorridorWorld, corridor: string, likeness: Likeness): Movement {
  const [first] = world.movements;
  const own = world.prepare(corridor, { containerised: true, itemCount: 1, vehicleCountry: 'TG' });
  if (!first) return own;
  const notice = { ...own.notice, ...likeness(first.notice, own) };
  const { transitReference: reference } = notice;
  world.claim(reference);
  return world.change({ ...own, notice, reference });
}
