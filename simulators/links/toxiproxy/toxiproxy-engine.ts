import { Closures } from '../closures.ts';
import type { Address, Bend, StreamEngine, StreamEngineFactory, Undo } from '../link.ts';
import type { ToxiproxyApi } from './toxiproxy-api.ts';

const STREAMS = { there: 'upstream', back: 'downstream' } as const;

/** A Toxiproxy that has an address of its own. */
export interface ToxiproxyPlace {
  /** Under which callers find it; it listens there on all of its own. */
  readonly host: string;
  /** Where it finds what stands behind it on this machine. */
  readonly reaches: { readonly listen: string; readonly host: string };
}

/**
 * Links whose streams a running Toxiproxy carries, by the same faults as the embedded one.
 * @param place absent: it runs on this machine, and listens where a link asks
 */
export function byToxiproxy(api: ToxiproxyApi, place?: ToxiproxyPlace): StreamEngineFactory {
  const open: StreamEngineFactory = async ({ name, to, listen }) => {
    const unique = api.nameFor(name);
    const own = place ? { ...listen, host: '0.0.0.0' } : listen;
    const proxy = await api.createProxy({ name: unique, listen: joined(own), upstream: joined(to) });
    const port = Number(/:(\d+)$/.exec(proxy.listen)?.[1]);
    return new ToxiproxyEngine(api, unique, { host: place?.host ?? listen.host, port });
  };
  return place ? Object.assign(open, { reaches: place.reaches }) : open;
}

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
