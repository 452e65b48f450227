import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What ends the name of a program's file on this system: `.exe` on Windows, nothing elsewhere. */
export const programSuffix = process.platform === 'win32' ? '.exe' : '';

/** Whether a file is there, behind links too; a folder is none. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** A program in one of the folders of `PATH`: the first that has a file of this name. */
export function onPath(env: Environment, name: string): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, `${name}${programSuffix}`)).find(isFile);
}
