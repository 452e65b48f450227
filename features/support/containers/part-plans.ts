import type { PartPlan } from './part-plan.ts';

/** Account of the stack on its database server; the image makes it. */
export const ROLE = 'corridor';

/**
 * The data of a campaign goes with its container, so PostgreSQL need not force its files to disk. What is committed survives
 * any kill of the stack, and of the server, on this machine.
 */
const SERVER_SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  max_wal_size: '1GB',
  jit: 'off',
} as const;

export const postgres = (password: string): PartPlan => ({
  part: 'postgres',
  name: 'postgres',
  environment: { POSTGRES_PASSWORD: password, POSTGRES_USER: ROLE },
  command: () => Object.entries(SERVER_SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ready: /database system is ready to accept connections/,
  port: 5432,
});

export const wiremock: PartPlan = {
  part: 'wiremock',
  name: 'wiremock',
  ready: /^port: +8080|"port" ?: ?8080/,
  port: 8080,
};

const TOXIPROXY = { part: 'toxiproxy', ready: /Starting HTTP server on endpoint/, port: 8474 } as const;

export const toxiproxy: PartPlan = {
  ...TOXIPROXY,
  name: 'toxiproxy',
  command: () => ['-host', '0.0.0.0'],
};

/** Keeps an address in the place of a container that was killed: who connects there is refused. It speaks to itself alone. */
export const standIn = (name: string): PartPlan => ({
  ...TOXIPROXY,
  name: `${name}-away`,
  command: () => ['-host', '127.0.0.1'],
});

export interface StackPlan {
  readonly name: string;
  /** As the stack reaches it. */
  readonly database: string;
  readonly deviation?: string | undefined;
  readonly logLevel?: string | undefined;
  /** Address under which devices reach it; absent: its own. */
  readonly publicHost?: string | undefined;
  /** Port of its first listener for devices; absent: any free ones. */
  readonly trackingPort?: number | undefined;
  /** Base address of each national service, by name. */
  readonly services?: Readonly<Record<string, string>> | undefined;
}

/** Ports of the listeners of the stack, from the first: two platforms, seven protocols each. */
export const DEVICE_PORTS = 14;

export function stack(plan: StackPlan): PartPlan {
  const { name, database, deviation, logLevel, publicHost, trackingPort, services } = plan;
  const words = {
    '--format': 'json',
    '--database': database,
    '--deviation': deviation,
    '--tracking-port': trackingPort?.toString(),
    '--services': services && JSON.stringify(services),
  };
  return {
    part: 'stack',
    name,
    environment: logLevel === undefined ? {} : { CORRIDOR_LOG_LEVEL: logLevel },
    command: (address) => [
      ...Object.entries(words).flatMap(([word, value]) => (value === undefined ? [] : [word, value])),
      ...['--public-host', publicHost ?? address],
    ],
    ready: /^\{"ready":true/,
    port: 8080,
    ...(trackingPort !== undefined && { devicePorts: portsFrom(trackingPort) }),
  };
}

const portsFrom = (first: number): string[] =>
  Array.from({ length: DEVICE_PORTS }, (_, nth) => [`${first + nth}/tcp`, `${first + nth}/udp`]).flat();
