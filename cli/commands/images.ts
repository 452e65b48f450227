import type { Command } from 'commander';
import { PARTS } from '../../features/support/containers/parts.ts';
import type { Io } from '../io.ts';
import { formatOption, imagesOption } from '../options.ts';

/** `corridor images`: the images of `verify --target containers`. */
export function registerImages(program: Command, io: Io, done: (exitCode: number) => void): void {
  const images = program
    .command('images')
    .description('make, save and load the images that verify --target containers runs on');

  images
    .command('build')
    .argument('[parts...]', `which of ${PARTS.join(', ')} (default: all)`)
    .description('make the images that the container engine has not, or not in this content')
    .option('--from-debian', 'on packages of this Debian or Ubuntu, where no image registry can be reached')
    .addOption(imagesOption())
    .addOption(formatOption())
    .action(async (parts: string[], options) => {
      const { build } = await import('../images/images-run.ts');
      done(await build(parts, options, io));
    });

  images
    .command('save')
    .argument('<directory>', 'folder to write to; must be empty or not there')
    .description('write all images and npm packages to a folder, for a site without network')
    .addOption(imagesOption())
    .addOption(formatOption())
    .action(async (directory: string, options) => {
      const { save } = await import('../images/images-run.ts');
      done(await save(directory, options, io));
    });

  images
    .command('load')
    .argument('<directory>', 'folder that "corridor images save" wrote')
    .description('give the container engine the images of a saved folder')
    .addOption(formatOption())
    .action(async (directory: string, options) => {
      const { load } = await import('../images/images-run.ts');
      done(await load(directory, options, io));
    });
}
