import { GenericContainer, type StartedTestContainer, type WaitStrategy } from 'testcontainers';

/** A container on a network of ours, under an address that it keeps whenever it is started again. */
export class AddressedContainer extends GenericContainer {
  /** @param alias name by which others on the network find it */
  withAddress(network: string, address: string, alias: string): this {
    this.withNetworkMode(network);
    this.createOpts.Hostname = alias;
    // The check of the image is for people's compose file; here it would start a program every few seconds for nobody.
    this.createOpts.Healthcheck = { Test: ['NONE'] };
    this.createOpts.NetworkingConfig = {
      EndpointsConfig: { [network]: { IPAMConfig: { IPv4Address: address }, Aliases: [alias] } },
    };
    return this;
  }

  /** Ports of this machine's loopback, by port of the container: `{ '8080/tcp': 18080 }`; 0 for any free one. */
  withPublished(ports: Readonly<Record<string, number>>): this {
    const bindings = Object.entries(ports).map(([inside, outside]) => [
      inside,
      [{ HostIp: '127.0.0.1', HostPort: String(outside) }],
    ]);
    this.createOpts.ExposedPorts = Object.fromEntries(Object.keys(ports).map((inside) => [inside, {}]));
    this.hostConfig.PortBindings = Object.fromEntries(bindings);
    return this;
  }
}

/** Waits for what we are told, and for nothing inside the container: an image may have no shell. */
export const waitFor = (ready: (id: string) => Promise<void>): WaitStrategy => {
  const strategy: WaitStrategy = {
    waitUntilReady: ({ id }) => ready(id),
    withStartupTimeout: () => strategy,
    isStartupTimeoutSet: () => true,
    getStartupTimeout: () => 0,
  };
  return strategy;
};

export type { StartedTestContainer };
