import type { Clock } from '../../profile/clock.ts';
import type { ReferenceData } from '../../profile/reference-data.ts';
import { Journal } from '../../reports/evidence/journal.ts';
import { CustomsSystem } from './customs-system.ts';
import { createMessageIds, type RandomNumbers } from './message-ids.ts';

/** A seat started on its own, for testers by hand and for the rollout of a hub without its countries. */
export interface StandaloneOptions {
  readonly country: string;
  readonly hub: string;
  readonly clock: Clock;
  /** Seeded with seed and salt of the run. */
  readonly random: RandomNumbers;
  readonly reference?: ReferenceData;
  readonly host?: string;
  readonly port?: number;
  /** Address under which the hub reaches this seat, when it is not where it listens. */
  readonly publicUrl?: string;
  /** Evidence file; without it nothing is written. */
  readonly evidence?: string;
  /** Newest records kept in memory; default 10,000. */
  readonly keep?: number;
}

/** Where the seat says that it is ready. */
export interface StandaloneStreams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const DEFAULT_KEEP = 10_000;

/**
 * Runs one simulated customs system, magic references included, until `stop` is aborted. One line on stdout
 * when ready: `{ready:true, country, url, registered}`; a hub that does not answer is told on stderr.
 * @throws EvidenceError when the evidence file cannot be created or completed
 */
export async function runCustoms(
  options: StandaloneOptions,
  streams: StandaloneStreams,
  stop: AbortSignal,
): Promise<void> {
  const { country, clock, random, evidence, keep = DEFAULT_KEEP, ...rest } = options;
  const journal = evidence === undefined ? new Journal({ keep }) : await Journal.open(evidence, { keep });
  // An orderly end is not waited for on Ctrl-C twice: what was recorded is on the disk at the first.
  stop.addEventListener('abort', () => journal.flushSync(), { once: true });
  try {
    const ids = createMessageIds(clock, random);
    await using system = await CustomsSystem.start({
      ...rest,
      country,
      clock,
      journal,
      ids,
      keep,
      magicReferences: true,
    });
    const { registration, baseUrl } = system;
    const registered = registration?.status === 200;
    if (!registered) streams.stderr.write(`${unregistered(options.hub, registration)}\n`);
    streams.stdout.write(`${JSON.stringify({ ready: true, country, url: baseUrl, registered })}\n`);
    if (!stop.aborted)
      await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  } finally {
    await journal.close();
  }
}

function unregistered(hub: string, answer: CustomsSystem['registration']): string {
  const seen = answer?.fault ?? `status ${answer?.status}`;
  return `Failed to register with the hub ${hub}: ${seen}. Deliveries come once it knows this seat; start it again then.`;
}
