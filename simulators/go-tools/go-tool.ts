import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { GoToolError } from './go-tool-error.ts';
import { type Environment, isFile, onPath } from './on-path.ts';

/** k6 takes 100 s on two cores, and a site's mirror of modules may be slow; assumption. */
const BUILT_WITHIN_MS = 900_000;
const BUILDER = 'go-tools.js';
/** How the builder says that there is nothing. */
const FAILED = /^Failed to build [^:]+: (.{1,300})\.$/;

/** A program written in Go that `tools/go.mod` pins. */
export interface GoTool {
  /** As people know it. */
  readonly name: string;
  /** Variable of the environment that names a binary. */
  readonly variable: string;
  /** Name of its file, on PATH and where `tools/go-tools.js` builds it. */
  readonly program: string;
}

/** Where to look for a tool. */
export interface ToolPlaces {
  /** The variable of the tool and `PATH` are read, and all of it goes to the Go toolchain. */
  readonly env: Environment;
  /** Folder of the package, with tools/go.mod. */
  readonly root: string;
  /** False: what is not built yet is missing. */
  readonly build?: boolean;
  /** Told before something that takes long. */
  readonly note?: ((sentence: string) => void) | undefined;
  /** Ends a build; nothing of it is left. */
  readonly signal?: AbortSignal | undefined;
}

/** A tool that was found, and how. */
export interface FoundTool {
  readonly file: string;
  readonly by: 'named' | 'path' | 'built';
}

/**
 * A tool: the binary that its variable names, the one on PATH, or one built once by the Go toolchain.
 * @throws GoToolError with what was seen; a variable that names nothing is not passed over
 */
export async function findGoTool(tool: GoTool, places: ToolPlaces): Promise<FoundTool> {
  const named = places.env[tool.variable];
  if (named) {
    if (isFile(named)) return { file: resolve(named), by: 'named' };
    throw new GoToolError(tool.name, `${tool.variable} names "${named}", where no file is`);
  }
  const found = onPath(places.env, tool.program);
  if (found !== undefined) return { file: resolve(found), by: 'path' };
  try {
    return { file: await builtGoTool(tool, places), by: 'built' };
  } catch (error) {
    if (!(error instanceof GoToolError)) throw error;
    throw new GoToolError(tool.name, `no binary was named or found, and ${error.seen}`, error.cause);
  }
}

/**
 * The tool as `tools/go.mod` pins it, built by the Go toolchain unless it is there: in `.cache/tools/`, which git ignores.
 * @throws GoToolError with what was seen
 */
export async function builtGoTool(tool: GoTool, places: ToolPlaces): Promise<string> {
  const tools = join(places.root, 'tools');
  const builder = join(tools, BUILDER);
  if (![builder, join(tools, 'go.sum')].every(isFile))
    throw new GoToolError(tool.name, 'tools/go.mod is not here');
  const words = [builder, tool.program, ...(places.build === false ? ['--no-build'] : [])];
  const { built, failed } = await runBuilder(words, tool.program, places);
  if (isFile(built)) return built;
  throw new GoToolError(tool.name, failed || `${BUILDER} built nothing`);
}

/** Runs the builder: the path that it prints, what it says of a build goes to `note`, and why there is none. */
async function runBuilder(
  words: readonly string[],
  program: string,
  { env, note, signal }: ToolPlaces,
): Promise<{ readonly built: string; readonly failed: string }> {
  const child = spawn(process.execPath, words, {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: BUILT_WITHIN_MS,
  });
  const stop = (): void => void child.kill();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    let failed = '';
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.startsWith(`${program} `)) note?.(line);
      [, failed = failed] = FAILED.exec(line) ?? [];
    });
    const [stdout] = await Promise.all([text(child.stdout), once(child, 'close')]);
    return { built: stdout.trimEnd(), failed: failed };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
