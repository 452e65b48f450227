import { byToxiproxy, type StreamEngineFactory, Toxiproxy } from '../../../simulators/links/index.ts';
import type { RunIo } from '../../run-options.ts';
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
  const toxiproxy = await Toxiproxy.open({ env, root: packageRoot, note, signal, seed });
  return { by: byToxiproxy(toxiproxy.api), [Symbol.asyncDispose]: () => toxiproxy[Symbol.asyncDispose]() };
}
