import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** The process that containers, proxies and stubs belong to, so that another can tell whether it still runs. */
export const ownerShape = z.strictObject({
  /** What the machine is called; another may be called the same. */
  machine: z.string(),
  /** Digest of the number that the machine has from its installation; empty where it has none. */
  installation: z.string(),
  /** One start of that machine; empty where the system does not tell. */
  boot: z.string(),
  /** Room in which process numbers count; empty where there is but one. */
  room: z.string(),
  pid: z.int().positive(),
  /** When the process began, in the counting of its system: tells it from a later one of the same number. */
  began: z.string(),
});
export type Owner = Readonly<z.infer<typeof ownerShape>>;

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

/** Field 22 of /proc/PID/stat; the name of the program, which may hold spaces, ends with the last parenthesis. */
const beganOf = (pid: number): string =>
  textOf(`/proc/${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ')[19] ?? '';

const roomOf = (): string => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
};

/** The number itself is nobody's business (machine-id(5)). */
const installationOf = (): string => {
  const number = textOf('/etc/machine-id');
  return number === '' ? '' : createHash('sha256').update(`corridor ${number}`).digest('hex').slice(0, 16);
};

/** This process, or the one of the given number, as owner. */
export const ownerOf = (pid: number): Owner => ({
  machine: hostname(),
  installation: installationOf(),
  boot: textOf('/proc/sys/kernel/random/boot_id'),
  room: roomOf(),
  pid,
  began: beganOf(pid),
});

/**
 * Whether an owner is surely gone. Of one on another machine, or in a room of processes that we do not see into, nothing can be
 * said: then it is taken to live. After a restart of its machine it is gone, where the machine is surely the same.
 * @param here this process
 */
export function isGone(owner: Owner, here: Owner): boolean {
  if (owner.machine !== here.machine || owner.installation !== here.installation) return false;
  if (owner.boot !== here.boot) return here.installation !== '';
  if (owner.room !== here.room) return false;
  return !runs(owner.pid) || beganOf(owner.pid) !== owner.began;
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
