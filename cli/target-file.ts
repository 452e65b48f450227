import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { TargetDescription } from '../features/support/targets/target.ts';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';
import { readYamlFile } from './yaml-file.ts';

const httpAddress = z
  .url({ protocol: /^https?$/, error: 'expected an address such as http://127.0.0.1:8080', abort: true })
  .refine((address) => new URL(address).username === '' && new URL(address).password === '', {
    error: 'expected an address with no user and no password in it',
  })
  .refine((address) => !/[?#]/.test(address), { error: 'expected an address with no query and no fragment' })
  .transform((address) => address.replace(/\/+$/, ''));

const pathText = z.string().min(1).max(1_000);

/** A target file. Everything but `hub` may be left out. */
const targetFile = z.strictObject({
  name: z.string().min(1).max(80).optional(),
  /** Base address of the hub. */
  hub: httpAddress,
  environment: z.enum(['test', 'preproduction', 'production']).default('test'),
  /** Where the stack reaches the simulated countries: `host` for all, with a free or a given port each. */
  host: z.string().min(1).max(255).default('127.0.0.1'),
  seats: z
    .partialRecord(z.enum(['TG', 'BF', 'ML', 'NE']), z.strictObject({ port: z.int().min(0).max(65_535) }))
    .default({}),
  /** Paths of PEM files, from the folder of this file: who signs the certificate of the hub, and what we show it. */
  tls: z
    .strictObject({ ca: pathText.optional(), cert: pathText.optional(), key: pathText.optional() })
    .refine(({ cert, key }) => (cert === undefined) === (key === undefined), {
      error: 'expected cert and key together',
    })
    .optional(),
  /** Each submission is signed with this key (JWK, P-256), a detached JWS in this header. */
  signing: z
    .strictObject({
      key: pathText,
      header: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)
        .default('Corridor-Signature'),
    })
    .optional(),
  /** Kills the stack and starts it again: program and arguments, no shell. */
  restart: z.array(z.string().min(1).max(1000)).min(1).max(50).optional(),
});

const words = {
  code: 'TARGET',
  what: 'the target',
  needs: '`hub:` with the address of the hub',
  hint: `Give "reference", "containers", or a YAML file with ${Object.keys(targetFile.shape).join(', ')}; docs/guides/target.md shows an example.`,
};

/** Reads and checks a YAML target; a UsageError names the file, the field, and what was seen there. */
export async function readTargetFile(path: string, cwd: string): Promise<TargetDescription> {
  const read = readYamlFile(path, cwd, targetFile, words);
  const { name, hub, environment, host, seats, restart, tls, signing } = read;
  const beside = (file: string): string => resolve(cwd, dirname(path), file);
  const ports = Object.fromEntries(Object.entries(seats).map(([country, seat]) => [country, seat.port]));
  return {
    name: name ?? path,
    file: path,
    hub,
    environment,
    host,
    ports,
    seatsUnderTest: ['hub'],
    ...(restart && { restart }),
    ...(tls && { tls: pathsOf(tls, beside) }),
    ...(signing && { signing: { ...signing, key: beside(signing.key) } }),
  };
}

const pathsOf = <Paths extends object>(paths: Paths, beside: (file: string) => string): Paths =>
  Object.fromEntries(Object.entries(paths).map(([name, file]) => [name, beside(String(file))])) as Paths;

/**
 * The target that a file describes, for commands that send what nobody meant.
 * @param productionHint what to do instead on a production environment; undefined: it may be one
 */
export async function readTestTarget(
  { target, deviation }: { readonly target: string; readonly deviation?: string },
  io: Io,
  productionHint: string | undefined,
): Promise<TargetDescription> {
  if (deviation)
    throw new UsageError(
      'DEVIATION_ON_TARGET',
      'Only the reference stack can deviate.',
      'Leave out --target or --deviation.',
    );
  const description = await readTargetFile(target, io.cwd);
  if (description.environment === 'production' && productionHint !== undefined)
    throw new UsageError(
      'PRODUCTION',
      `The target ${description.name} says that it is a production environment.`,
      productionHint,
    );
  return description;
}
