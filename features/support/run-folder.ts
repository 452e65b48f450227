import { createWriteStream } from 'node:fs';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type EvidenceError, writeFault } from '../../reports/evidence/evidence-error.ts';
import { evidenceLost } from './breaker.ts';
import { type PlayOptions, play, type Selection } from './cucumber.ts';
import { HarnessError } from './errors.ts';
import type { RunContext } from './run-context.ts';
import type { RunPlan } from './run-plan.ts';

/** @throws HarnessError `FOLDER_NOT_WRITABLE` */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new HarnessError(
      'FOLDER_NOT_WRITABLE',
      `Le dossier de la campagne ${folder} ne peut pas être créé : ${(cause as NodeJS.ErrnoException).code}.`,
      'Donnez à --out un dossier où vous pouvez écrire.',
      { cause },
    );
  }
}

/** Takes a folder away in which nothing but evidence without a line stands; any other stays. */
export async function removeEmpty(folder: string): Promise<void> {
  await rm(join(folder, 'exchange.ndjson'), { force: true }).catch(() => undefined);
  await rmdir(folder).catch(() => undefined);
}

/**
 * Plays what is selected, and leaves what Cucumber tells of it in the run folder.
 * @throws EvidenceError when that cannot be written
 */
export async function playInto(
  { io, runId, runDir }: RunPlan,
  selection: Selection,
  { breaker }: Pick<RunContext, 'breaker'>,
  onMessage: PlayOptions['onMessage'] = () => undefined,
): Promise<void> {
  const path = join(runDir, 'messages.ndjson');
  const messages = createWriteStream(path);
  let failure: EvidenceError | undefined;
  messages.on('error', (cause) => {
    failure = writeFault(path, cause);
    breaker.trip(evidenceLost(failure));
  });
  await play({ selection, runId, messages, stderr: io.stderr, env: io.env, onMessage });
  await finished(messages.end()).catch((cause) => {
    throw failure ?? writeFault(path, cause);
  });
}
