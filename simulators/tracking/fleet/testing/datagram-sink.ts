import dgram from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

const HEAD = 2 + 2 + 1 + 1 + 2 + 15;

/**
 * A plain server of Teltonika datagrams: counts records by device and time, answers with packet id, AVL id and count.
 * @source Teltonika data sending protocols, UDP channel
 */
export class DatagramSink implements AsyncDisposable {
  readonly reports = new Map<string, number>();
  readonly faults: string[] = [];
  datagrams = 0;
  readonly #socket = dgram.createSocket('udp4');

  /** @param answers whether the datagram of this number, from 1, is answered */
  static async start(answers: (number: number) => boolean = () => true): Promise<DatagramSink> {
    const sink = new DatagramSink();
    sink.#socket.on('message', (bytes, { port, address }) => {
      sink.datagrams += 1;
      const answer = sink.#take(bytes);
      if (answers(sink.datagrams)) sink.#socket.send(answer, port, address);
    });
    sink.#socket.bind(0, '127.0.0.1');
    await once(sink.#socket, 'listening');
    return sink;
  }

  get port(): number {
    return (this.#socket.address() as AddressInfo).port;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.close();
    await once(this.#socket, 'close');
  }

  #take(bytes: Buffer): Buffer {
    if (bytes.readUInt16BE(0) !== bytes.length - 2) this.faults.push('the length is wrong');
    if (bytes[4] !== 1 || bytes.readUInt16BE(6) !== 15) this.faults.push('no AVL packet with an IMEI');
    const imei = bytes.toString('latin1', 8, HEAD);
    const count = bytes[HEAD + 1] ?? 0;
    if (bytes.at(-1) !== count) this.faults.push('the counts differ');
    const report = `${imei} ${bytes.readBigUInt64BE(HEAD + 2)}`;
    this.reports.set(report, (this.reports.get(report) ?? 0) + 1);
    return Buffer.from([0, 5, bytes[2] ?? 0, bytes[3] ?? 0, 1, bytes[5] ?? 0, count]);
  }
}
