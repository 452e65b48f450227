import { Command, CommanderError } from 'commander';
import { packageVersion } from '../profile/export/package-root.ts';
import { registerCompare } from './commands/compare.ts';
import { registerCompletion } from './commands/completion.ts';
import { registerDecode } from './commands/decode.ts';
import { registerDeviations } from './commands/deviations.ts';
import { registerDoctor } from './commands/doctor.ts';
import { registerEncode } from './commands/encode.ts';
import { registerExplore } from './commands/explore.ts';
import { registerFleet } from './commands/fleet.ts';
import { registerImages } from './commands/images.ts';
import { registerLoad } from './commands/load.ts';
import { registerProfile } from './commands/profile.ts';
import { registerReconcile } from './commands/reconcile.ts';
import { registerRemark } from './commands/remark.ts';
import { registerReport } from './commands/report.ts';
import { registerServices } from './commands/services.ts';
import { registerStack } from './commands/stack.ts';
import { registerTraffic } from './commands/traffic.ts';
import { registerVerify } from './commands/verify.ts';
import { exitCodes, reportFailure, UsageError } from './failure.ts';
import type { Format, Io } from './io.ts';

/** A command: its options at once, its work loaded only when it runs. `done` receives the exit code. */
export type Register = (program: Command, io: Io, done: (exitCode: number) => void) => void;

const commands: readonly Register[] = [
  registerVerify,
  registerStack,
  registerServices,
  registerDeviations,
  registerExplore,
  registerLoad,
  registerTraffic,
  registerFleet,
  registerDecode,
  registerEncode,
  registerReconcile,
  registerReport,
  registerRemark,
  registerCompare,
  registerDoctor,
  registerImages,
  registerProfile,
  registerCompletion,
];

const HELP_END = `
Exit codes: 0 conformant, 1 non-conformity, 2 inconclusive, 3 harness fault, 4 wrong usage.
First time: corridor verify          Something is missing: corridor doctor
`;

/** Builds the whole command line, without loading what the commands do. */
export function buildProgram(io: Io, done: (exitCode: number) => void): Command {
  const program = new Command('corridor')
    .description(
      'Conformance harness and simulator for the interconnection of the customs systems of the AES states and Togo',
    )
    .version(packageVersion(), '-V, --version')
    .addHelpText('after', HELP_END)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => formatOf(io.words) === 'human' && io.stderr.write(text),
    })
    .showHelpAfterError('Run corridor --help, or corridor COMMAND --help.')
    .exitOverride();
  for (const register of commands) register(program, io, done);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

/** Runs one command line and returns its exit code; never throws. */
export async function runCommandLine(words: readonly string[], io: Io): Promise<number> {
  let exitCode: number = exitCodes.conformant;
  try {
    const program = buildProgram(io, (code) => {
      exitCode = code;
    });
    if (words.length === 0) {
      program.outputHelp();
      return exitCodes.wrongUsage;
    }
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    return error instanceof CommanderError
      ? commanderExit(error, io)
      : reportFailure(error, formatOf(io.words), io);
  }
}

/** A fault that no command caught: told like any other, always a fault of ours. */
export function reportCrash(error: unknown, io: Io): number {
  reportFailure(error, formatOf(io.words), io);
  return exitCodes.harnessFault;
}

/** Help and version end well; everything else that commander refuses is wrong usage, already printed for people. */
function commanderExit(error: CommanderError, io: Io): number {
  if (error.exitCode === 0) return exitCodes.conformant;
  if (formatOf(io.words) === 'json') {
    const message = error.message.replace(/^error: /, '');
    reportFailure(new UsageError('WRONG_USAGE', message, 'Run corridor --help.'), 'json', io);
  }
  return exitCodes.wrongUsage;
}

/** The format asked for, read from the bare words: needed even when the words cannot be parsed. */
function formatOf(words: readonly string[]): Format {
  const at = words.findIndex((word) => word === '--format' || word.startsWith('--format='));
  const value = words[at] === '--format' ? words[at + 1] : words[at]?.slice('--format='.length);
  return value === 'json' ? 'json' : 'human';
}
