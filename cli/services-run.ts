import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { isAbandoned, labelsOfRun } from '../features/support/ownership/labels.ts';
import { ownerOf } from '../features/support/ownership/owner.ts';
import type { Movement } from '../fixtures/movements/movement.ts';
import { GuaranteeRequest } from '../profile/messages/guarantee-request.ts';
import { TransitNotice } from '../profile/messages/transit-notice.ts';
import { runServices } from '../simulators/services/run-services.ts';
import { UsageError } from './failure.ts';
import type { Format, Io } from './io.ts';

/** WireMock looks through its stubs one after the other; a movement takes about ten. */
const MOST_MOVEMENTS = 1_000;

export interface ServicesCommand {
  readonly mappings?: string;
  readonly port: number;
  readonly traffic?: string;
  readonly format: Format;
}

/** Runs the doubles with the movements and mappings that the command line names. */
export async function runServicesByHand(options: ServicesCommand, io: Io): Promise<void> {
  const { mappings, port, traffic, format } = options;
  const movements = traffic === undefined ? [] : await readTraffic(resolve(io.cwd, traffic));
  const folder = mappings === undefined ? {} : { mappings: resolve(io.cwd, mappings) };
  const labels = labelsOfRun(`services-${io.now()}`, ownerOf(process.pid));
  await runServices({ port, movements, format, labels, isAbandoned, ...folder }, io);
}

/** What the doubles use of a movement beyond its notice. */
const namedShape = z.object({
  reference: z.string().min(1),
  countries: z.array(z.string()).min(1),
  guarantee: z.object({ register: GuaranteeRequest.payload }),
});

async function readTraffic(path: string): Promise<Movement[]> {
  const movements: Movement[] = [];
  try {
    for await (const text of createInterface({ input: createReadStream(path) })) {
      if (movements.length === MOST_MOVEMENTS)
        throw unreadable(path, `more than ${MOST_MOVEMENTS} movements`);
      movements.push(movementOf(path, movements.length + 1, text));
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw unreadable(path, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return movements;
}

function movementOf(path: string, line: number, text: string): Movement {
  try {
    const movement = JSON.parse(text) as Movement;
    if (TransitNotice.payload.safeParse(movement.notice).success && namedShape.safeParse(movement).success)
      return movement;
  } catch {
    // told below, like any other line that is none
  }
  throw unreadable(path, `line ${line} is no movement`);
}

const unreadable = (path: string, seen: string): UsageError =>
  new UsageError(
    'TRAFFIC_UNREADABLE',
    `Failed to read the traffic file ${path}: ${seen}.`,
    'Write one with corridor traffic --days 1 --per-day 20 --out FILE.',
  );
