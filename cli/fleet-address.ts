import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { UsageError } from './failure.ts';

/** Files that a process needs beside the sockets of its devices. */
const FILES_OF_OUR_OWN = 60;
/** Ports that one source address has towards one server, with room to spare. @source net.ipv4.ip_local_port_range of Linux */
const DEVICES_PER_SOURCE = 5_000;

/** `HOST:PORT` or `[V6]:PORT`, the host looked up once. */
export async function addressOf(text: string): Promise<{ readonly host: string; readonly port: number }> {
  const [, v6, name = v6, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (name === undefined || port < 1 || port > 65_535)
    throw new UsageError(
      'NOT_AN_ADDRESS',
      `Found "${text}" as --to: no HOST:PORT.`,
      'Give a name or an address and a port from 1 to 65535, such as 127.0.0.1:5027 or [::1]:5027.',
    );
  try {
    const { address: host } = await lookup(name);
    return { host, port };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      'UNKNOWN_HOST',
      `Found no machine with the name "${name}" (${code}).`,
      'Check the spelling of --to, or give an address.',
    );
  }
}

const isLoopback = (host: string): boolean => /^127\.\d+\.\d+\.\d+$/.test(host);

/** How many loopback addresses to connect from; none towards another machine, nor where only 127.0.0.1 exists. */
export function sourcesFor(
  host: string,
  devices: number,
  asked: number | undefined,
  platform: string,
): number {
  if (asked !== undefined && asked > 0 && !isLoopback(host))
    throw new UsageError(
      'SOURCES_ELSEWHERE',
      `Found --sources ${asked} with a platform at ${host}: loopback addresses reach this machine only.`,
      'Leave out --sources.',
    );
  if (asked !== undefined) return asked;
  return isLoopback(host) && platform === 'linux' ? Math.ceil(devices / DEVICES_PER_SOURCE) : 0;
}

/** Files that this process may open; undefined where the platform does not tell. */
function openFilesAllowed(): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined; // no Linux
  }
}

/** @throws UsageError when the sockets of so many devices are more than a process may open */
export function requireOpenFiles(devices: number, processes: number, allowed = openFilesAllowed()): void {
  if (allowed === undefined) return;
  const each = allowed - FILES_OF_OUR_OWN;
  if (Math.ceil(devices / processes) <= each) return;
  const enough = each > 0 ? `--processes ${Math.ceil(devices / each)}` : 'fewer --devices';
  throw new UsageError(
    'TOO_MANY_DEVICES',
    `Found ${devices} devices in ${processes === 1 ? 'one process' : `${processes} processes`}: this machine allows ${allowed} open files each, which is ${Math.max(0, each)} devices.`,
    `Give ${enough}, or raise the limit (ulimit -n).`,
  );
}
