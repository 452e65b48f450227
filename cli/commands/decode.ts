import { Argument, type Command, Option } from 'commander';
import { protocolNames } from '../../simulators/tracking/protocols/protocol.ts';
import type { Io } from '../io.ts';
import { zoneOption } from '../zone-option.ts';

const MORE = `
INPUT is hexadecimal (spaces, line breaks and 0x allowed), a frame in plain text, the path of a file, or - for standard
input; a file or pipe holds hexadecimal text or the bytes themselves. Several frames, login included.

Examples:
  corridor decode gt06 78780D01012345678901234500018CDD0D0A
  corridor decode jointech "(8000620011,@JT)"
  corridor decode jt808 --zone UTC capture.bin | jq .frames[].reports
  corridor decode teltonika --udp datagrams.txt           one datagram a line

Exit codes: 0 all was read, 1 something was refused (told in errors, with its offset), 4 no input to read.
`;

/** Options that both directions share: what both ends know beside the bytes. */
export const addWireOptions = (command: Command): Command =>
  command
    .addArgument(new Argument('<protocol>', 'wire protocol').choices([...protocolNames]))
    .option('--udp', 'one datagram each, where that changes the framing (teltonika)', false)
    .addOption(zoneOption())
    .addOption(
      new Option('--from <end>', 'who wrote the bytes (default: device)').choices(['device', 'server']),
    );

/** `corridor decode`: bytes of trackers as JSON. */
export function registerDecode(program: Command, io: Io, done: (exitCode: number) => void): void {
  addWireOptions(program.command('decode').description('read the bytes of trackers and e-seals'))
    .argument('[input...]', 'hexadecimal, a file, or -')
    .addOption(
      new Option('--format <format>', 'json, or a listing for people')
        .choices(['human', 'json'])
        .default('json'),
    )
    .addHelpText('after', MORE)
    .action(async (protocol, input: string[], options) => {
      const { decodeInput } = await import('../decode-run.ts');
      done(await decodeInput(protocol, input, options, io));
    });
}
