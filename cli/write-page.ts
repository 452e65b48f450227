import { access, constants, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from './failure.ts';

/**
 * Writes a page to the file that an option names.
 * @throws UsageError `PAGE_NOT_WRITTEN`
 */
export async function writePage(path: string, page: string, option: string): Promise<void> {
  try {
    await writeFile(path, page);
  } catch (cause) {
    throw notWritten(path, cause, option);
  }
}

/**
 * Looks before a long run whether its page can be written at the end.
 * @throws UsageError `PAGE_NOT_WRITTEN`
 */
export async function insistOnPlaceFor(path: string, option: string): Promise<void> {
  const folder = dirname(path);
  const known = await stat(folder).catch((cause) => {
    throw notWritten(path, cause, option);
  });
  if (!known.isDirectory()) throw notWritten(path, { code: 'ENOTDIR' }, option);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw notWritten(path, { code: 'EISDIR' }, option);
  await access(there ? path : folder, constants.W_OK).catch((cause) => {
    throw notWritten(path, cause, option);
  });
}

const notWritten = (path: string, cause: unknown, option: string): UsageError =>
  new UsageError(
    'PAGE_NOT_WRITTEN',
    `Failed to write ${path}: ${(cause as NodeJS.ErrnoException).code}.`,
    `Give ${option} the path of a file in a folder where you can write.`,
  );
