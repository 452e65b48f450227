import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { HarnessError } from '../../features/support/errors.ts';
import type { Ingredient, Recipe } from './recipe.ts';
import type { Env } from './tar-of.ts';

const run = promisify(execFile);
const OUTPUT_LIMIT = 32 * 1_048_576;

/** Accounts of the images; each part runs as one that is not root. */
const ACCOUNTS = { root: 0, postgres: 999, node: 1000, mosquitto: 1883, nobody: 65_534 } as const;
const LEFT_OUT = [
  './usr/share/doc',
  './usr/share/man',
  './usr/share/locale',
  './usr/share/i18n',
  './usr/share/info',
];

/** A package file as the mirror names it, with the digest that apt checks. */
export interface DebianPackage {
  readonly file: string;
  readonly digest: string;
}

/** Asks apt as on a machine on which nothing is installed. */
async function apt(folder: string, words: readonly string[], env: Env): Promise<string> {
  const status = join(folder, 'status');
  await mkdir(join(folder, 'partial'), { recursive: true });
  await writeFile(status, '', { flag: 'a' });
  const options = [
    `Dir::State::status=${status}`,
    `Dir::Cache::archives=${folder}/`,
    'APT::Sandbox::User=root',
  ];
  const flags = [...options, 'Debug::NoLocking=1'].flatMap((option) => ['-o', option]);
  try {
    const { stdout } = await run('apt-get', [...flags, '-y', '--no-install-recommends', ...words], {
      maxBuffer: OUTPUT_LIMIT,
      env: { ...env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    });
    return stdout;
  } catch (error) {
    throw noPackages(error as Error & { stderr?: string });
  }
}

function noPackages(cause: Error & { code?: unknown; stderr?: string }): HarnessError {
  const said = cause.stderr?.split('\n').find((line) => line.startsWith('E:'));
  const seen =
    cause.code === 'ENOENT' ? 'apt-get is not on this machine' : (said ?? cause.message.split('\n')[0]);
  return new HarnessError(
    'NO_DEBIAN_PACKAGES',
    `Failed to get Debian packages: ${seen}.`,
    'Use Debian or Ubuntu and run apt-get update; or build from public images, without --from-debian.',
    { cause },
  );
}

/** All packages that these need, themselves included, in the versions of the mirror. */
export async function packagesFor(
  names: readonly string[],
  folder: string,
  env: Env,
): Promise<DebianPackage[]> {
  if (names.length === 0) return [];
  const listed = await apt(folder, ['--print-uris', 'install', ...names], env);
  const lines = listed.split('\n').filter((line) => line.startsWith("'"));
  return lines.map((line) => {
    const [, file = '', , digest = ''] = line.split(' ');
    return { file, digest };
  });
}

/** Brings the package files of these, and of what they need, into the folder; those there stay. */
export const downloadPackages = (names: readonly string[], folder: string, env: Env): Promise<string> =>
  apt(folder, ['--download-only', 'install', ...names], env);

/**
 * Lays packages out as the file system of an image. No script of a package is run: what runs needs its files only, and so
 * neither root nor a chroot is needed.
 */
export async function layOut(
  packages: readonly DebianPackage[],
  archives: string,
  { beside, links = {} }: { readonly beside: readonly Ingredient[]; readonly links: Recipe['links'] },
  { root, env }: { readonly root: string; readonly env: Env },
): Promise<void> {
  for (const folder of ['usr/bin', 'usr/sbin', 'usr/lib', 'usr/lib64', 'etc', 'var', 'run'])
    await mkdir(join(root, folder), { recursive: true });
  await mkdir(join(root, 'tmp'), { mode: 0o1777 });
  for (const folder of ['bin', 'sbin', 'lib', 'lib64']) await symlink(`usr/${folder}`, join(root, folder));
  for (const { file } of packages) await extract(join(archives, file), root, env);
  const accounts = Object.entries(ACCOUNTS);
  const passwd = accounts.map(([name, id]) => `${name}:x:${id}:${id}::/tmp:/usr/sbin/nologin\n`);
  await writeFile(join(root, 'etc/passwd'), passwd.join(''));
  await writeFile(join(root, 'etc/group'), accounts.map(([name, id]) => `${name}:x:${id}:\n`).join(''));
  for (const { from, to } of beside) {
    await mkdir(dirname(join(root, to)), { recursive: true });
    await copyFile(from, join(root, to));
  }
  for (const [link, pattern] of Object.entries(links)) {
    const [found] = globSync(pattern, { cwd: root }).sort();
    if (found !== undefined) await symlink(`/${found}`, join(root, link));
  }
}

async function extract(file: string, root: string, given: Env): Promise<void> {
  const env = { ...given };
  const opener = spawn('dpkg-deb', ['--fsys-tarfile', file], { stdio: ['ignore', 'pipe', 'ignore'], env });
  const excluded = LEFT_OUT.map((path) => `--exclude=${path}`);
  const words = ['-x', '-C', root, '--keep-directory-symlink', '--no-same-owner', ...excluded];
  const tar = spawn('tar', words, { stdio: [opener.stdout, 'ignore', 'pipe'], env });
  let said = '';
  tar.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [[opened], [laid]] = await Promise.all([once(opener, 'exit'), once(tar, 'exit')]);
  if (opened === 0 && laid === 0) return;
  throw new HarnessError(
    'PACKAGE_NOT_EXTRACTED',
    `Failed to lay out ${file}: ${said.trim().split('\n').at(-1) || `dpkg-deb ended with ${opened}`}.`,
    'Remove the file and build again; check that dpkg and GNU tar are installed.',
  );
}
