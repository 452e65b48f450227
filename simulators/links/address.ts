import type { Address } from './link.ts';

/** Where a base address leads: `http://[::1]:8080/x` -> `::1` and 8080; without a port, that of its scheme. */
export function addressOf(url: string): Address {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}

/** The same base address, reached elsewhere: `http://hub:80/api` -> `http://127.0.0.1:4711/api`. */
export function atAddress(url: string, { host, port }: Address): string {
  const other = new URL(url);
  other.hostname = host;
  other.port = String(port);
  return other.href.replace(/\/$/, '');
}

/** The base address of what listens there. */
export const originOf = ({ host, port }: Address): string => `http://${host}:${port}`;
