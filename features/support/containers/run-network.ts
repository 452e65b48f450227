import { HarnessError } from '../errors.ts';
import { AddressRoom } from './address-room.ts';
import type { Docker } from './engine.ts';

const ATTEMPTS = 5;

/** The network of a campaign: nobody else is on it, and we say who has which address. */
export interface RunNetwork {
  readonly name: string;
  /** Address of this machine on it. */
  readonly gateway: string;
  readonly addresses: AddressRoom;
}

interface Subnet {
  readonly Subnet: string;
  readonly Gateway: string;
}

/**
 * Makes a network. The engine gives fixed addresses only on a subnet that it is told, and only it knows which are free: so it
 * is asked for one, which is then given back and asked for by name.
 */
export async function makeNetwork(
  docker: Docker,
  name: string,
  labels: Record<string, string>,
): Promise<RunNetwork> {
  let seen: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      const subnet = await freeSubnet(docker, name, labels);
      await docker.createNetwork({
        Name: name,
        Driver: 'bridge',
        Labels: labels,
        IPAM: { Config: [{ Subnet: subnet.Subnet, Gateway: subnet.Gateway }] },
      });
      return { name, gateway: subnet.Gateway, addresses: new AddressRoom(subnet.Subnet, [subnet.Gateway]) };
    } catch (error) {
      seen = error;
      if (!/overlap/i.test(String(error))) break; // another took it between our two questions
    }
  }
  throw new HarnessError(
    'NETWORK_NOT_MADE',
    `Le moteur de conteneurs ne fait pas de réseau : ${reasonIn(seen)}.`,
    "Retirez les réseaux que personne n'emploie : docker network prune.",
    { cause: seen },
  );
}

async function freeSubnet(docker: Docker, name: string, labels: Record<string, string>): Promise<Subnet> {
  const probe = await docker.createNetwork({ Name: `${name}-probe`, Driver: 'bridge', Labels: labels });
  try {
    const { IPAM } = (await probe.inspect()) as { IPAM: { Config: Subnet[] } };
    const subnet = IPAM.Config.find(({ Subnet }) => Subnet?.includes('.'));
    if (subnet) return subnet;
    throw new RangeError(`no IPv4 subnet in ${JSON.stringify(IPAM.Config)}`);
  } finally {
    await probe.remove();
  }
}

/** What the engine said, without its own wrapping. */
export const reasonIn = (error: unknown): string => {
  const { json, message } = error as { json?: { message?: string }; message?: string };
  return (json?.message ?? message ?? String(error))
    .replace(/^\(HTTP code \d+\) [\w ]+ - /, '')
    .trim()
    .replace(/\.$/, '');
};
