import type { Address } from './link.ts';

/** Where a base address leads: `http://127.0.0.1:8080/x` -> that host and port; without a port, that of its scheme. */
export function addressOf(url: string): Address {
  const { hostname: host, port, protocol } = new URL(url);
  return { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}

/** The base address of what listens there. */
export const originOf = ({ host, port }: Address): string => `http://${host}:${port}`;
