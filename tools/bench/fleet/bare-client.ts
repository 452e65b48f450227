/**
 * The peer: bare sockets that send one frame made beforehand, and wait for any bytes. Argument and last line as those of
 * the fleet. Speaks Jointech, which has no login.
 */
import net from 'node:net';
import { type ClientLoad, type ClientResult, RAMP_PER_S, SOURCES, until } from './load.ts';

const TICK_MS = 4;
/** The first sample of tracking notes, section 2. */
const FRAME = Buffer.from(
  '2480006200111911003418042116225922348310113550543f12980000002d060000000020e028109228661f000100000f0f0f0f0f0f0f0f000001cc0156',
  'hex',
);
const READ_BUFFER = Buffer.alloc(65_536);

class BareClients {
  readonly sockets: net.Socket[] = [];
  readonly #waits: Uint8Array;
  readonly #load: ClientLoad;
  #next = 0;
  connected = 0;
  acked = 0;

  constructor(load: ClientLoad) {
    this.#load = load;
    this.#waits = new Uint8Array(load.devices);
  }

  connectSome(): void {
    const { devices, port } = this.#load;
    for (let some = 0; some < (RAMP_PER_S * TICK_MS) / 1_000 && this.sockets.length < devices; some += 1) {
      const index = this.sockets.length;
      const localAddress = `127.0.0.${1 + (index % SOURCES)}`;
      const callback = (): boolean => {
        this.#waits[index] = 0;
        this.acked += 1;
        return true;
      };
      const onread = { buffer: READ_BUFFER, callback };
      const socket = net.connect({ host: '127.0.0.1', port, localAddress, noDelay: true, onread });
      socket.once('connect', () => {
        this.connected += 1;
      });
      this.sockets.push(socket);
    }
  }

  send(count: number): void {
    for (let sent = 0; sent < count; sent += 1) {
      const index = this.#next;
      this.#next = (index + 1) % this.sockets.length;
      if (this.#waits[index] === 1) continue;
      this.#waits[index] = 1;
      this.sockets[index]?.write(FRAME);
    }
  }
}

async function main(load: ClientLoad): Promise<void> {
  const clients = new BareClients(load);
  let sendsFromMs = Number.POSITIVE_INFINITY;
  let due = 0;
  setInterval(() => {
    clients.connectSome();
    const wanted = ((performance.now() - sendsFromMs) / 1_000) * load.perSecond;
    if (wanted > due) clients.send(Math.min(Math.floor(wanted - due), load.devices));
    if (wanted > due) due = wanted;
  }, TICK_MS);
  await until(() => clients.connected === load.devices);
  if (load.perSecond > 0) sendsFromMs = performance.now();
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  await pause(load.warmUpMs);
  const [acked, cpu, startedMs] = [clients.acked, process.cpuUsage(), performance.now()];
  await pause(load.measureMs);
  const count = clients.acked - acked;
  const { user, system } = process.cpuUsage(cpu);
  const result: ClientResult = {
    rate: (count / (performance.now() - startedMs)) * 1_000,
    cpuUs: count > 0 ? (user + system) / count : 0,
    p50Ms: 0,
    p99Ms: 0,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

void main(JSON.parse(process.argv[2] ?? '{}')).then(() => process.exit(0));
