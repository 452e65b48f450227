import { HarnessError } from '../../features/support/errors.ts';
import { packageRoot } from '../../profile/export/package-root.ts';
import { GoToolError } from '../../simulators/go-tools/index.ts';
import { builtToxiproxy } from '../../simulators/links/index.ts';
import type { Env } from './tar-of.ts';

/** The program of Toxiproxy without any library, as `tools/go.mod` pins it: whatever is on PATH is not what an image says it is. */
export async function toxiproxyBinary(env: Env): Promise<string> {
  try {
    return await builtToxiproxy({ env, root: packageRoot() });
  } catch (cause) {
    if (!(cause instanceof GoToolError)) throw cause;
    throw new HarnessError(
      'TOXIPROXY_NOT_BUILT',
      `Failed to build Toxiproxy: ${cause.seen}.`,
      'Install Go 1.25 or later, or name an image that has it in a file: corridor images build --images FILE.',
      { cause },
    );
  }
}
