import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PROBE_EVERY_MS = 50;

/** A process as the system lists it. */
export interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function listProcesses(): Listed[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A zombie has ended; only its parent has not looked yet.
    return pid === undefined || state?.startsWith('Z')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** Every process below this one, children of children included. */
export function descendantsOf(pid: number | undefined): Listed[] {
  const all = listProcesses();
  const found: Listed[] = [];
  for (let parents = new Set([pid]); parents.size > 0; ) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map((child) => child.pid));
  }
  return found;
}

/** Those of the processes that still run when the time is up; empty as soon as all are gone. */
export async function leftOf(processes: readonly Listed[], withinMs: number): Promise<Listed[]> {
  const until = performance.now() + withinMs;
  for (;;) {
    const running = listProcesses();
    const left = processes.filter(({ pid, command }) =>
      running.some((other) => other.pid === pid && other.command === command),
    );
    if (left.length === 0 || performance.now() > until) return left;
    await pause(PROBE_EVERY_MS);
  }
}

/** Waits until a process has a descendant whose command matches; all descendants then. */
export async function untilDescendant(
  pid: number | undefined,
  command: RegExp,
  withinMs: number,
): Promise<Listed[]> {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = descendantsOf(pid);
    if (found.some((process) => command.test(process.command))) return found;
    if (performance.now() > until)
      throw new Error(`no process like ${command} below ${pid} in ${withinMs} ms`);
    await pause(PROBE_EVERY_MS);
  }
}

/** Whether somebody accepts connections at an address such as `http://127.0.0.1:8080`. */
export function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
