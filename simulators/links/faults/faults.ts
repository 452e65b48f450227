import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import type { z } from 'zod';
import type { FaultDefinition, LinkFault } from '../link.ts';
import { LinkError } from '../link-error.ts';

/** Reads a file only when it is asked for. */
const read = createRequire(__filename);

/** Where each fault is written down, by its name: one file in one of these folders is all it takes. */
const files: ReadonlyMap<string, string> = new Map(
  ['stream', 'message']
    .flatMap((folder) => readdirSync(join(__dirname, folder)).map((file) => join(__dirname, folder, file)))
    .filter((path) => ['.ts', '.js'].includes(extname(path)) && !path.includes('.test.'))
    .map((path) => [basename(path, extname(path)), path] as const),
);

/** Names of all faults: those of the stream, then those of messages, each in order. */
export const faultNames: readonly string[] = [...files.keys()];

/** The fault of this name; undefined when there is none. */
export function faultNamed(name: string): FaultDefinition | undefined {
  const path = files.get(name);
  return path === undefined ? undefined : (read(path) as { default: FaultDefinition }).default;
}

/** Every fault, read now. */
export const allFaults = (): readonly FaultDefinition[] =>
  faultNames.flatMap((name) => faultNamed(name) ?? []);

/**
 * The definition of a fault and its values, defaults filled in.
 * @throws LinkError for a name or a value that does not exist
 */
export function readFault(fault: LinkFault): { definition: FaultDefinition; values: never } {
  const { name, ...given } = fault;
  const definition = faultNamed(name);
  if (!definition)
    throw new LinkError(
      'UNKNOWN_FAULT',
      `Failed to begin the fault "${name}": there is none of this name.`,
      `Choose among: ${faultNames.join(', ')}.`,
    );
  const values = (definition.values as z.ZodType).safeParse(given);
  if (values.success) return { definition, values: values.data as never };
  const [issue] = values.error.issues;
  throw new LinkError(
    'FAULT_VALUES',
    `Failed to begin the fault "${name}": ${JSON.stringify(given)} does not fit (${issue?.path.join('.') || 'values'}: ${issue?.message}).`,
    `See simulators/links/faults for its values and units.`,
  );
}
