import type { Movement } from '../../../fixtures/movements/movement.ts';
import { ACCESS_CODE_HEADER } from '../../../profile/services/service-limits.ts';
import type { ServiceName } from '../../../profile/services/service-names.ts';
import type { ExchangeRecord } from '../../../reports/evidence/exchange.ts';
import type {
  RunningServiceFault,
  ServiceCall,
  ServiceDoubles,
  ServiceFaultOnce,
} from '../../../simulators/services/index.ts';
import { callsTo } from '../../checks/service-calls.ts';
import { HarnessError, NotApplicableError } from '../errors.ts';
import { eventually } from '../eventually.ts';
import { furnishWithServices } from '../take-stack.ts';
import type { CorridorWorld } from '../world.ts';

const SEEN_WITHIN_MS = 8_000;

interface Desk {
  readonly doubles: ServiceDoubles;
  readonly faults: RunningServiceFault[];
  /** Records seen when the scenario last took stock. */
  mark: number;
}

const desks = new WeakMap<CorridorWorld, Desk>();

function deskOf(world: CorridorWorld): Desk {
  const desk = desks.get(world);
  if (desk) return desk;
  const hint = 'Commencez par « Étant donné une pile qui interroge les services nationaux ».';
  throw new HarnessError('SCENARIO_ORDER', 'Il manque au scénario des services nationaux.', hint);
}

/** Gives the scenario a stack of its own that calls doubles of all national services. */
export async function openServices(world: CorridorWorld): Promise<void> {
  const doubles = await furnishWithServices(world);
  const { services = [] } = world.environment.capabilities;
  if (services.length === 0)
    throw new NotApplicableError(
      "La cible n'interroge aucun service national.",
      'Ses capacités les nomment dans « services ».',
    );
  desks.set(world, { doubles, faults: [], mark: 0 });
  world.onLook(() => collect(world));
  world.onClose(() => collect(world));
}

/** Records the calls that the services saw since the last look; the access code is hidden there. */
async function collect(world: CorridorWorld): Promise<void> {
  const { clock, stackName } = world.environment;
  const { realClock, journal } = world.run.settings;
  const movedMs = clock.now() - realClock.now();
  for (const call of await deskOf(world).doubles.newCalls())
    journal.record(observed(call, movedMs, stackName));
}

const observed = (call: ServiceCall, movedMs: number, stack: string) => ({
  kind: 'service' as const,
  at: call.at + movedMs,
  from: call.from,
  to: call.service,
  method: call.method,
  path: call.path,
  headers: call.headers,
  body: call.body,
  stack,
  ...(call.fault === undefined ? { answer: call.answer } : { fault: call.fault }),
  ...(call.movement === undefined ? {} : { conversations: [call.movement] }),
});

/** The services learn what a movement declares, and agree with it. */
export async function letServicesKnow(world: CorridorWorld, ...movements: Movement[]): Promise<void> {
  await deskOf(world).doubles.know(...movements);
}

/** A service begins to fail. */
export async function letServiceFail(
  world: CorridorWorld,
  service: ServiceName,
  fault: ServiceFaultOnce,
): Promise<void> {
  const { doubles, faults } = deskOf(world);
  faults.push(await doubles.begin(service, fault));
}

/** A service does all rightly again. */
export async function restoreService(world: CorridorWorld, service: ServiceName): Promise<void> {
  for (const fault of deskOf(world).faults) if (fault.service === service) await fault.end();
}

/** Asks a register outside what it has of the guarantee of the current movement; the answer is in the evidence. */
export async function askWhatIsHeld(world: CorridorWorld, register: ServiceName): Promise<void> {
  const { guaranteeReference, accessCode } = world.movement.guarantee.register;
  const path = `/guarantees/${encodeURIComponent(guaranteeReference)}`;
  await deskOf(world).doubles.ask(register, path, { [ACCESS_CODE_HEADER]: accessCode });
  await world.look();
}

/** Waits, without judging, until a service has seen so many calls; or long enough to say that they do not come. */
export async function waitForCalls(world: CorridorWorld, service: ServiceName, count: number): Promise<void> {
  const probe = async (): Promise<number> => {
    await world.look();
    return callsTo(world.recorded, service).length;
  };
  const clock = world.run.settings.realClock;
  await eventually(probe, { until: (seen) => seen >= count, withinMs: SEEN_WITHIN_MS, clock });
}

/** From here on the scenario counts anew. */
export async function takeStock(world: CorridorWorld): Promise<void> {
  await world.look();
  deskOf(world).mark = world.recorded.length;
}

/** What was recorded since the scenario took stock. */
export const sinceStock = (world: CorridorWorld): ExchangeRecord[] =>
  world.recorded.slice(deskOf(world).mark);
