import { randomBytes } from 'node:crypto';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ContainerHouse } from '../containers/container-house.ts';
import {
  type Beside,
  type ContainersTargetOptions,
  interrupted,
  Stacks,
  startTold,
} from '../containers/container-stacks.ts';
import type { PartPlan } from '../containers/part-plan.ts';
import { postgres, toxiproxy, wiremock } from '../containers/part-plans.ts';
import { STARTED } from '../containers/parts.ts';
import type { PartAddress, Target } from './target.ts';

export type { ContainersChoice } from '../containers/container-stacks.ts';

/** The reference stack and all parts that production has, each in a container, on a network of this campaign alone. */
export async function startContainersTarget(options: ContainersTargetOptions): Promise<Target> {
  const { images, contexts, runDir, signal } = options;
  const logs = join(runDir, 'containers');
  const password = randomBytes(16).toString('hex');
  await using started = new AsyncDisposableStack();
  started.defer(() => removeLogs(logs));
  const house = await ContainerHouse.open({ ...options, images, logs, secrets: [password] });
  started.use(house);
  await house.insistOnImages(STARTED, contexts);
  const beside = await startBeside(house, password, options);
  const stacks = new Stacks(house, beside, password, options);
  const main = await stacks.start('stack');
  if (signal.aborted) throw interrupted();
  options.tell(`${STARTED.length} conteneurs sont prêts`);
  started.move();
  return {
    main,
    fresh: (needs) => stacks.fresh(needs),
    parts: addressesOf(house, beside),
    linksBy: stacks.linksBy,
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  };
}

async function startBeside(
  house: ContainerHouse,
  password: string,
  options: ContainersTargetOptions,
): Promise<Beside> {
  const start = (plan: PartPlan) => startTold(house, plan, options);
  const plans = [postgres(password), wiremock, toxiproxy];
  const starting = plans.map(start);
  try {
    const [database, doubles, links] = await Promise.all(starting);
    return { postgres: database, wiremock: doubles, toxiproxy: links } as Beside;
  } catch (error) {
    if (options.signal.aborted) throw interrupted();
    throw error;
  }
}

const addressesOf = (house: ContainerHouse, beside: Beside): Readonly<Record<string, PartAddress>> =>
  Object.fromEntries(Object.entries(beside).map(([part, one]) => [part, house.addressOf(one)]));

/** Of a campaign that never began nothing is kept: what a container said last is in the sentence that says why. */
async function removeLogs(logs: string): Promise<void> {
  await rm(logs, { recursive: true, force: true });
  await rmdir(dirname(logs)).catch(() => undefined); // others write there too
}
