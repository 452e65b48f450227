import { isOfRun, ownerIn, RUN_LABEL } from '../ownership/labels.ts';
import { isGone, type Owner } from '../ownership/owner.ts';
import type { Docker } from './engine.ts';

type Labelled = {
  readonly Labels?: Readonly<Record<string, string>> | undefined;
  readonly Names?: readonly string[];
  readonly Name?: string;
};

/** How many containers and networks a sweep took away, and how many it could not. */
export interface Swept {
  readonly containers: number;
  readonly networks: number;
  readonly left: number;
}

/** Takes away everything of one campaign: containers with their volumes, then networks. */
export const removeRun = (docker: Docker, runId: string): Promise<Swept> =>
  remove(docker, `${RUN_LABEL}=${runId}`, () => true);

/** Takes away what campaigns left behind whose process is gone; what belongs to one that lives stays. */
export const removeAbandoned = (docker: Docker, here: Owner): Promise<Swept> =>
  remove(docker, RUN_LABEL, isAbandoned(here));

/** How much a sweep would take away. */
export async function countAbandoned(
  docker: Docker,
  here: Owner,
): Promise<Pick<Swept, 'containers' | 'networks'>> {
  const isOurs = isAbandoned(here);
  const containers = await containersOf(docker, RUN_LABEL, isOurs);
  const networks = await networksOf(docker, RUN_LABEL, isOurs);
  return { containers: containers.length, networks: networks.length };
}

const isAbandoned =
  (here: Owner) =>
  ({ Labels }: Labelled): boolean => {
    const owner = ownerIn(Labels);
    return owner !== undefined && isGone(owner, here);
  };

type Choice = (one: Labelled) => boolean;

const isMade = ({ Labels, Names = [], Name = '' }: Labelled): boolean => isOfRun(Labels, [...Names, Name]);

async function containersOf(docker: Docker, label: string, isOurs: Choice) {
  const found = await docker.listContainers({ all: true, filters: { label: [label] } });
  return found.filter((one) => isMade(one) && isOurs(one));
}

async function networksOf(docker: Docker, label: string, isOurs: Choice) {
  const found = await docker.listNetworks({ filters: { label: [label] } });
  return found.filter((one) => isMade(one) && isOurs(one));
}

async function remove(docker: Docker, label: string, isOurs: Choice): Promise<Swept> {
  const gone = await Promise.all(
    (await containersOf(docker, label, isOurs)).map(({ Id }) =>
      isRemoved(docker.getContainer(Id).remove({ force: true, v: true })),
    ),
  );
  const cut = await Promise.all(
    (await networksOf(docker, label, isOurs)).map(({ Id }) => isRemoved(docker.getNetwork(Id).remove())),
  );
  return {
    containers: count(gone),
    networks: count(cut),
    left: gone.length + cut.length - count(gone) - count(cut),
  };
}

const count = (done: readonly boolean[]): number => done.filter(Boolean).length;

/** What is not there any more (404), or is being removed by another (409), is as good as removed. */
async function isRemoved(removing: Promise<unknown>): Promise<boolean> {
  try {
    await removing;
    return true;
  } catch (error) {
    return [404, 409].includes((error as { statusCode?: number }).statusCode ?? 0);
  }
}
