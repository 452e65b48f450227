import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { formatOption } from '../options.ts';
import { addWireOptions } from './decode.ts';

const MORE = `
INPUT is JSON, the path of a file, or - for standard input: what corridor decode prints, one frame, or a list of frames.

Examples:
  corridor decode gt06 capture.bin | corridor encode gt06 --raw > same.bin
  corridor encode jointech frame.json

One line of hexadecimal; with --udp a line for each datagram.
`;

/** `corridor encode`: JSON as `corridor decode` prints it, as bytes again. */
export function registerEncode(program: Command, io: Io, done: (exitCode: number) => void): void {
  addWireOptions(program.command('encode').description('write the bytes of trackers and e-seals from JSON'))
    .argument('[input...]', 'JSON, a file, or -')
    .option('--raw', 'write the bytes themselves', false)
    .addOption(formatOption())
    .addHelpText('after', MORE)
    .action(async (protocol, input: string[], options) => {
      const { encodeInput } = await import('../encode-run.ts');
      await encodeInput(protocol, input, options, io);
      done(0);
    });
}
