/** A plain server of one protocol, in a process of its own. Argument: the protocol. Says its port; counts when asked. */
import {
  PlainSink,
  type SinkProtocol,
  sinkRules,
} from '../../../simulators/tracking/fleet/testing/plain-sink.ts';

/** What it answers. */
export interface SinkCount {
  /** Connections that are there now. */
  readonly open: number;
  /** What devices did wrong, the first of it. */
  readonly faults: readonly string[];
}

const isProtocol = (name: string | undefined): name is SinkProtocol =>
  name !== undefined && name in sinkRules;

async function main(protocol: string | undefined): Promise<void> {
  if (!isProtocol(protocol)) throw new Error(`Failed to start a sink: found protocol "${protocol}".`);
  const sink = await PlainSink.start(protocol, { remembers: false });
  process.stdout.write(`port ${sink.port}\n`);
  const count = (): SinkCount => ({ open: sink.open, faults: sink.faults.slice(0, 3) });
  process.on('message', () => process.send?.(count()));
}

void main(process.argv[2]);
