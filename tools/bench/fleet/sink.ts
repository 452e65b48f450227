/** A plain server of one protocol, in a process of its own. Argument: the protocol. Says its port, then counts. */
import {
  PlainSink,
  type SinkProtocol,
  sinkRules,
} from '../../../simulators/tracking/fleet/testing/plain-sink.ts';

const isProtocol = (name: string | undefined): name is SinkProtocol =>
  name !== undefined && name in sinkRules;

async function main(protocol: string | undefined): Promise<void> {
  if (!isProtocol(protocol)) throw new Error(`Failed to start a sink: found protocol "${protocol}".`);
  const sink = await PlainSink.start(protocol, { remembers: false });
  process.stdout.write(`port ${sink.port}\n`);
  process.on('message', () =>
    process.send?.({ frames: sink.framesWithReports, faults: sink.faults.slice(0, 3) }),
  );
}

void main(process.argv[2]);
