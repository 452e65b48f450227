import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Address, Bend, StreamEngine, StreamEngineFactory, Undo } from '../link.ts';
import type { ToxiproxyApi } from './toxiproxy-api.ts';

/** Somebody else may have taken our port for a moment while the line was cut. */
const REOPEN_ATTEMPTS = 50;
const REOPEN_PAUSE_MS = 100;

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
  #toxics = 0;
  #closures = 0;
  #changes: Promise<void> = Promise.resolve();

  constructor(api: ToxiproxyApi, name: string, address: Address) {
    this.#api = api;
    this.#name = name;
    this.address = address;
  }

  async bend({ ways, toxic }: Bend): Promise<Undo> {
    const names: string[] = [];
    await this.#change(async () => {
      for (const way of ways) {
        this.#toxics += 1;
        const name = `${toxic.type}-${this.#toxics}`;
        await this.#api.addToxic(this.#name, { ...toxic, name, stream: STREAMS[way] });
        names.push(name);
      }
    });
    return () =>
      this.#change(async () => {
        for (const name of names.splice(0)) await this.#api.removeToxic(this.#name, name);
      });
  }

  async close(): Promise<Undo> {
    await this.#change(async () => {
      this.#closures += 1;
      if (this.#closures === 1) await this.#api.enable(this.#name, false);
    });
    let undone = false;
    return () =>
      this.#change(async () => {
        if (undone) return;
        undone = true;
        this.#closures -= 1;
        if (this.#closures === 0) await this.#reopen();
      });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#change(() => this.#api.deleteProxy(this.#name));
  }

  async #reopen(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#api.enable(this.#name, true);
        return;
      } catch (error) {
        if (attempt >= REOPEN_ATTEMPTS) throw error;
        await pause(REOPEN_PAUSE_MS);
      }
    }
  }

  #change(act: () => Promise<void>): Promise<void> {
    const change = this.#changes.then(act);
    this.#changes = change.catch(() => undefined);
    return change;
  }
}
