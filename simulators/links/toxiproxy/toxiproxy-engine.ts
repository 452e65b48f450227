import { randomUUID } from 'node:crypto';
import { Closures } from '../closures.ts';
import type { Address, Bend, StreamEngine, StreamEngineFactory, Undo } from '../link.ts';
import type { ToxiproxyApi } from './toxiproxy-api.ts';

const STREAMS = { there: 'upstream', back: 'downstream' } as const;

/** Links whose streams a running Toxiproxy carries, by the same faults as the embedded one. */
export const byToxiproxy =
  (api: ToxiproxyApi): StreamEngineFactory =>
  async ({ name, to, listen }) => {
    const unique = `corridor-${name}-${randomUUID()}`;
    const asked = { name: unique, listen: joined(listen), upstream: joined(to) };
    const proxy = await api.createProxy(asked);
    const port = Number(/:(\d+)$/.exec(proxy.listen)?.[1]);
    return new ToxiproxyEngine(api, unique, { host: listen.host, port });
  };

const joined = ({ host, port }: Address): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

class ToxiproxyEngine implements StreamEngine {
  readonly address: Address;
  readonly #api: ToxiproxyApi;
  readonly #name: string;
  readonly #closures: Closures;
  #toxics = 0;

  constructor(api: ToxiproxyApi, name: string, address: Address) {
    this.#api = api;
    this.#name = name;
    this.address = address;
    this.#closures = new Closures(
      () => api.enable(name, false),
      () => api.enable(name, true),
    );
  }

  async bend({ ways, toxic }: Bend): Promise<Undo> {
    const names: string[] = [];
    await this.#closures.change(async () => {
      for (const way of ways) {
        this.#toxics += 1;
        const name = `${toxic.type}-${this.#toxics}`;
        await this.#api.addToxic(this.#name, { ...toxic, name, stream: STREAMS[way] });
        names.push(name);
      }
    });
    return () =>
      this.#closures.change(async () => {
        for (const name of names.splice(0)) await this.#api.removeToxic(this.#name, name);
      });
  }

  close(): Promise<Undo> {
    return this.#closures.add();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#closures.change(() => this.#api.deleteProxy(this.#name));
  }
}
