import { builtGoTool, findGoTool, type GoTool, GoToolError, type ToolPlaces } from '../../go-tools/index.ts';
import { LinkError } from '../link-error.ts';

const GET_IT =
  'Start one and name it by TOXIPROXY_URL, give a binary by TOXIPROXY_BIN or on PATH (toxiproxy-server), install Go 1.25 to have it built, or use --links embedded.';

const TOXIPROXY: GoTool = { name: 'Toxiproxy', variable: 'TOXIPROXY_BIN', program: 'toxiproxy-server' };

/**
 * A binary of Toxiproxy: named, on PATH, or built once by the Go toolchain.
 * @throws LinkError `TOXIPROXY_MISSING` with what was seen and how to get it
 */
export async function findToxiproxy(places: ToolPlaces): Promise<string> {
  try {
    const { file } = await findGoTool(TOXIPROXY, places);
    return file;
  } catch (error) {
    if (!(error instanceof GoToolError)) throw error;
    const seen = `Failed to find a Toxiproxy: ${error.seen}.`;
    throw new LinkError('TOXIPROXY_MISSING', seen, GET_IT, error);
  }
}

/**
 * The Toxiproxy that `tools/go.mod` pins, for an image: one file without libraries.
 * @throws GoToolError with what was seen
 */
export const builtToxiproxy = (places: ToolPlaces): Promise<string> => builtGoTool(TOXIPROXY, places);
