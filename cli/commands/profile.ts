import type { Command } from 'commander';
import { type Io, line } from '../io.ts';
import { formatOption } from '../options.ts';

/** `corridor profile`: the agreement, as documents a stranger can implement from. */
export function registerProfile(program: Command, io: Io, done: (exitCode: number) => void): void {
  const profile = program
    .command('profile')
    .description('schemas, OpenAPI, requirements and documents of the profile');

  profile
    .command('export')
    .argument('<directory>', 'folder to write to; made when it is not there')
    .description('write JSON Schema, OpenAPI, requirements, reference data and documents')
    .addOption(formatOption())
    .action(async (directory: string, { format }) => {
      const { exportProfile } = await import('../../profile/export/export-profile.ts');
      const { referenceDataFiles } = await import('../../fixtures/export/reference-documents.ts');
      const { loadReferenceData } = await import('../../fixtures/reference-data.ts');
      const { resolve } = await import('node:path');
      const files = await exportProfile(resolve(io.cwd, directory), referenceDataFiles(loadReferenceData()));
      if (format === 'json') line(io.stdout, JSON.stringify({ directory, files }));
      else
        line(io.stdout, `${files.length} files written to ${directory}; begin with docs/profile/README.md.`);
      done(0);
    });

  profile
    .command('show')
    .description('list messages, states, rules, timers and error codes')
    .addOption(formatOption())
    .action(async ({ format }) => {
      const { profileOverview, overviewText } = await import('../profile-overview.ts');
      line(io.stdout, format === 'json' ? JSON.stringify(profileOverview()) : overviewText());
      done(0);
    });
}
