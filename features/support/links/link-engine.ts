import {
  byToxiproxy,
  type ProxyOwners,
  type StreamEngineFactory,
  Toxiproxy,
} from '../../../simulators/links/index.ts';
import type { RunIo } from '../../run-options.ts';
import { HarnessError } from '../errors.ts';
import { labelsOfRun, OWNER_LABEL, ownerIn } from '../ownership/labels.ts';
import { isGone, type Owner, ownerOf } from '../ownership/owner.ts';
import { packageRoot } from '../package-root.ts';
import type { LinkEngineName } from './link-engine-names.ts';

/** What carries the bytes of the links of a run: `by` is undefined for the embedded link. Disposed: nothing of it is left running. */
export interface LinkEngine extends AsyncDisposable {
  readonly by?: StreamEngineFactory | undefined;
}

/**
 * Opens what carries the links of a run.
 * @throws LinkError when Toxiproxy was asked for and cannot be had
 */
export async function openLinkEngine(
  name: LinkEngineName | undefined,
  { env, stderr, signal }: Pick<RunIo, 'env' | 'stderr' | 'signal'>,
): Promise<LinkEngine> {
  if (name !== 'toxiproxy') return { [Symbol.asyncDispose]: async () => undefined };
  const note = (sentence: string): void => void stderr.write(`${sentence}\n`);
  const owners = ownersFrom(ownerOf(process.pid));
  const toxiproxy = await Toxiproxy.open({ env, root: packageRoot, note, signal, owners }).catch((error) => {
    throw signal?.aborted ? interrupted() : error;
  });
  return { by: byToxiproxy(toxiproxy.api), [Symbol.asyncDispose]: () => toxiproxy[Symbol.asyncDispose]() };
}

/** Proxies on a Toxiproxy of somebody else belong to a process, as containers do, and are told apart in the same way. */
export const ownersFrom = (here: Owner): ProxyOwners => ({
  here: labelsOfRun('', here)[OWNER_LABEL] ?? '',
  isGone: (text) => {
    const owner = ownerIn({ [OWNER_LABEL]: text });
    return owner !== undefined && isGone(owner, here);
  },
});

const interrupted = (): HarnessError =>
  new HarnessError(
    'INTERRUPTED',
    'La campagne a été interrompue avant son premier scénario.',
    'Relancez la campagne.',
  );
