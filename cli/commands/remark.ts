import { type Command, Option } from 'commander';
import { DEFAULT_RUNS } from '../../features/support/run-plan.ts';
import { verdicts } from '../../reports/evidence/verdict.ts';
import { type Io, line } from '../io.ts';
import { formatOption } from '../options.ts';

/** `corridor remark`: what a person has to say of a verdict, kept beside the evidence and shown with it. */
export function registerRemark(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('remark')
    .argument('<run>', 'run folder, run id, or "last"')
    .description(
      'write a comment on a run or a scenario, or a decision over its verdict, beside the evidence',
    )
    .requiredOption('--author <name>', 'who says it')
    .requiredOption('--reason <text>', 'what is said')
    .option('--scenario <id>', 'the scenario it is about (default: the whole run)')
    .addOption(
      new Option(
        '--verdict <verdict>',
        'what it shall count as; the observed one stays and is shown',
      ).choices(verdicts),
    )
    .option('--runs <directory>', 'where run folders are', DEFAULT_RUNS)
    .addOption(formatOption())
    .action(async (run: string, options) => {
      const { addRemark } = await import('../remark-run.ts');
      const written = await addRemark(run, options, io);
      const said = `${written.remarks.length} remark(s) in ${written.runDir}; report.html shows them.`;
      line(io.stdout, options.format === 'json' ? JSON.stringify(written) : said);
      done(0);
    });
}
