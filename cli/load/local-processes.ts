import { readdirSync, readFileSync } from 'node:fs';
import type { LoadSample } from '../../reports/load/load-run.ts';

type ProcessSample = LoadSample['processes'][number];

interface Seen {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** Processor time so far, clock ticks. */
  readonly ticks: number;
  readonly memoryMiB: number;
}

/** Of Linux on all machines that Node runs on. */
const TICKS_PER_SECOND = 100;
/** In /proc/PID/stat, counted behind the name of the program. */
const FIELD = { parent: 1, user: 11, system: 12 } as const;
/** In /proc/PID/status; a process that has ended and was not fetched has none. */
const RESIDENT = /^VmRSS:\s+(\d+) kB$/m;

/**
 * What the processes of a run take of this machine: ours, and all that descend from it, by what they are. Elsewhere than on Linux
 * there is nothing to read, and nothing is said.
 */
export class LocalProcesses {
  readonly #root: number;
  readonly #now: () => number;
  #before: { readonly atMs: number; readonly ticks: ReadonlyMap<number, number> } | undefined;

  /** @param now ms that never go back */
  constructor(root: number, now: () => number) {
    this.#root = root;
    this.#now = now;
  }

  sample(): ProcessSample[] {
    const atMs = this.#now();
    const all = descendants(readAll(), this.#root);
    const before = this.#before;
    this.#before = { atMs, ticks: new Map(all.map(({ pid, ticks }) => [pid, ticks])) };
    if (!before) return [];
    const seconds = (atMs - before.atMs) / 1_000;
    const sums = new Map<string, { ticks: number; memoryMiB: number }>();
    for (const { pid, name, ticks, memoryMiB } of all) {
      const sum = sums.get(name) ?? { ticks: 0, memoryMiB: 0 };
      sum.ticks += ticks - (before.ticks.get(pid) ?? 0);
      sum.memoryMiB += memoryMiB;
      sums.set(name, sum);
    }
    return [...sums].map(([name, { ticks, memoryMiB }]) => ({
      name,
      cpuPercent: Math.round((ticks / TICKS_PER_SECOND / seconds) * 100),
      memoryMiB: Math.round(memoryMiB),
    }));
  }
}

function readAll(): Seen[] {
  try {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((entry) => seenOf(Number(entry)) ?? []);
  } catch {
    return [];
  }
}

function seenOf(pid: number): Seen | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [open, close] = [stat.indexOf('('), stat.lastIndexOf(')')];
    const fields = stat.slice(close + 2).split(' ');
    const number = (at: number): number => Number(fields[at] ?? 0);
    return {
      pid,
      parent: number(FIELD.parent),
      name: nameOf(pid, stat.slice(open + 1, close)),
      ticks: number(FIELD.user) + number(FIELD.system),
      memoryMiB: Number(RESIDENT.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024,
    };
  } catch {
    return undefined; // it has ended in between
  }
}

/** A stack and a fleet are Node like ourselves: their command line tells them apart. */
function nameOf(pid: number, program: string): string {
  if (/^(postgres|k6)/.test(program)) return program.startsWith('k6') ? 'k6' : 'postgres';
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  if (words.includes('stack')) return 'stack';
  if (words.some((word) => word.includes('fleet-worker'))) return 'fleet';
  return 'corridor';
}

function descendants(all: readonly Seen[], root: number): Seen[] {
  const children = new Map<number, Seen[]>();
  for (const one of all) children.set(one.parent, [...(children.get(one.parent) ?? []), one]);
  const found = all.filter(({ pid }) => pid === root);
  for (let at = 0; at < found.length; at += 1) found.push(...(children.get(found[at]?.pid ?? -1) ?? []));
  return found;
}
