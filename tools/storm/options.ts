import path from 'node:path';
import { parseArgs } from 'node:util';
import { type LinkEngineName, linkEngines } from '../../features/support/links/link-engine-names.ts';
import { phases } from './kills.ts';
import type { StormOptions } from './storm.ts';

const LARGEST = 2 ** 31 - 1;

/** The words of the command line are wrong: what was seen, and what they may be. */
export class Usage extends Error {}

/** A storm, and how it is told. */
export interface Choice extends StormOptions {
  readonly json: boolean;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new Usage(`found "${text}"; --${name} is a whole number from ${least} to ${most}.`);
}

function oneOf<Name extends string>(name: string, text: string, known: readonly Name[]): Name {
  const found = known.find((one) => one === text);
  if (found !== undefined) return found;
  throw new Usage(`found "${text}"; --${name} is one of ${known.join(', ')}.`);
}

/** Reads the words of the command line. @throws Usage */
export function readOptions(words: readonly string[], now: number): Choice {
  const { values } = readWords(words);
  const { seed, deviation, out } = values;
  const name = `${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}-seed-${seed}`;
  return {
    kills: wholeNumber('kills', values.kills, 1, 10_000),
    seed: wholeNumber('seed', seed, 0, LARGEST),
    movements: wholeNumber('movements', values.movements, 1, 200),
    links: oneOf<LinkEngineName>('links', values.links, linkEngines),
    deviation,
    phases: (values.phases?.split(',') ?? phases).map((name) => oneOf('phases', name, phases)),
    folder: path.resolve(out ?? path.join('reports', 'storms', name)),
    json: oneOf('format', values.format, ['human', 'json']) === 'json',
  };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        kills: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        movements: { type: 'string', default: '24' },
        links: { type: 'string', default: 'embedded' },
        deviation: { type: 'string' },
        phases: { type: 'string' },
        out: { type: 'string' },
        format: { type: 'string', default: 'human' },
      },
    });
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}
