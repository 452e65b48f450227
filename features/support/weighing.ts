import type { ControlResultPayload } from '../../profile/messages/control-result.ts';
import type { ControlOutcome } from '../../profile/messages/parts/control-outcome.ts';
import type { CorridorWorld } from './world.ts';

/** Bags of 50 kg: the masses that scenarios declare for packed goods divide by it. */
const BAG_KG = 50;

/** Prepares a movement that declares so much of one kind of goods, and nothing else. */
export function loadOf(
  world: CorridorWorld,
  { corridor, hsCode, massKg }: { corridor: string; hsCode: string; massKg: number },
): void {
  const { notice } = world.prepare(corridor, {
    hsCode,
    itemCount: 1,
    containerised: false,
    sealCount: 1,
  });
  const items = notice.items.map((item) => {
    const { packages } = item;
    const count = packages.kind.startsWith('V') ? packages.count : massKg / BAG_KG;
    return { ...item, packages: { ...packages, count }, grossMassKg: massKg, netMassKg: massKg };
  });
  const totalPackages = items.reduce((sum, { packages }) => sum + packages.count, 0);
  world.change({ notice: { ...notice, items, totalGrossMassKg: massKg, totalPackages } });
}

/** The result of a control that found this mass, and this many packages where it counted them. */
export function weighed(
  { controlledAt }: Pick<ControlResultPayload, 'controlledAt'>,
  result: string,
  massKg: number,
  count?: number,
): ControlOutcome {
  const differences = [
    { pointer: '/items/0/grossMassKg', found: String(massKg) },
    ...(count === undefined ? [] : [{ pointer: '/items/0/packages/count', found: String(count) }]),
  ];
  return { controlledAt, result: result as ControlOutcome['result'], differences };
}
