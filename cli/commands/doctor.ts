import type { Command } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import type { Io } from '../io.ts';
import { answerWithinOption, formatOption, imagesOption } from '../options.ts';

/** `corridor doctor`: what is missing, unreachable, expired or skewed, and the remedy. */
export function registerDoctor(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('doctor')
    .description('say what is missing, unreachable, expired or skewed, and the remedy')
    .option('--target <file>', 'reference, containers, or a YAML file that describes a stack', 'reference')
    .addOption(imagesOption())
    .option('--out <directory>', 'folder that runs will be written to', DEFAULT_RUNS)
    .addOption(answerWithinOption('10'))
    .addOption(formatOption())
    .action(async (options) => {
      const { examine } = await import('../doctor/examine.ts');
      done(await examine(options, io));
    });
}
