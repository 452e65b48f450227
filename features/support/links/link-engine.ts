import { byToxiproxy, type StreamEngineFactory, Toxiproxy } from '../../../simulators/links/index.ts';
import type { RunIo } from '../../run-options.ts';
import { HarnessError } from '../errors.ts';
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
  seed: number,
): Promise<LinkEngine> {
  if (name !== 'toxiproxy') return { [Symbol.asyncDispose]: async () => undefined };
  const note = (sentence: string): void => void stderr.write(`${sentence}\n`);
  const toxiproxy = await Toxiproxy.open({ env, root: packageRoot, note, signal, seed }).catch((error) => {
    throw signal?.aborted ? interrupted() : error;
  });
  return { by: byToxiproxy(toxiproxy.api), [Symbol.asyncDispose]: () => toxiproxy[Symbol.asyncDispose]() };
}

const interrupted = (): HarnessError =>
  new HarnessError(
    'INTERRUPTED',
    'La campagne a été interrompue avant son premier scénario.',
    'Relancez la campagne.',
  );
