import { request } from 'undici';
import { z } from 'zod';
import type { Toxic } from '../link.ts';
import { LinkError } from '../link-error.ts';

const ANSWERED_WITHIN_MS = 10_000;

const proxyShape = z.object({
  name: z.string(),
  listen: z.string(),
  upstream: z.string(),
  enabled: z.boolean(),
});
/** A proxy as Toxiproxy tells it; `listen` is `host:port`, the port that it found when 0 was asked for. */
export type ToxiproxyProxy = z.infer<typeof proxyShape>;

const toxicShape = z.object({
  name: z.string(),
  type: z.string(),
  stream: z.enum(['upstream', 'downstream']),
});
const refusalShape = z.object({ error: z.string() });

/** A toxic with a name of its own, on the way there (`upstream`) or back (`downstream`). */
export interface NamedToxic extends Toxic {
  readonly name: string;
  readonly stream: 'upstream' | 'downstream';
}

/** The HTTP API of a Toxiproxy, as far as links need it. @source Toxiproxy 2.5.0, README, "HTTP API" */
export class ToxiproxyApi {
  readonly url: string;

  /** @param url such as `http://127.0.0.1:8474` */
  constructor(url: string) {
    this.url = url.replace(/\/$/, '');
  }

  /** What it says of itself: `2.5.0`, or `git` for one that was built from its sources. */
  async version(): Promise<string> {
    const { text } = await this.#ask('GET', '/version');
    return text.trim();
  }

  async createProxy(proxy: Omit<ToxiproxyProxy, 'enabled'>): Promise<ToxiproxyProxy> {
    const { text } = await this.#ask('POST', '/proxies', { ...proxy, enabled: true });
    return this.#read(proxyShape, text);
  }

  /** Off: refuses connections and closes those it has. */
  async enable(name: string, enabled: boolean): Promise<void> {
    await this.#ask('POST', `/proxies/${name}`, { enabled });
  }

  async addToxic(proxy: string, toxic: NamedToxic): Promise<void> {
    const { text } = await this.#ask('POST', `/proxies/${proxy}/toxics`, { ...toxic, toxicity: 1 });
    this.#read(toxicShape, text);
  }

  async removeToxic(proxy: string, toxic: string): Promise<void> {
    await this.#ask('DELETE', `/proxies/${proxy}/toxics/${toxic}`);
  }

  async deleteProxy(name: string): Promise<void> {
    await this.#ask('DELETE', `/proxies/${name}`);
  }

  async #ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<{ text: string }> {
    try {
      const answer = await request(this.url + path, {
        method,
        headers: { 'content-type': 'application/json', 'user-agent': 'corridor' },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
      });
      const text = await answer.body.text();
      if (answer.statusCode < 300) return { text };
      throw this.#failed(`${method} ${path} was answered by ${answer.statusCode} ${refusalOf(text)}`);
    } catch (error) {
      if (error instanceof LinkError) throw error;
      const { code, message } = error as { code?: string; message: string };
      throw this.#failed(`${method} ${path}: ${code ?? message}`, error);
    }
  }

  #read<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> {
    const read = shape.safeParse(jsonOf(text));
    if (read.success) return read.data;
    throw this.#failed(`found ${JSON.stringify(text.slice(0, 80))}`);
  }

  #failed(seen: string, cause?: unknown): LinkError {
    return new LinkError(
      'TOXIPROXY_FAILED',
      `Failed to use the Toxiproxy at ${this.url}: ${seen}.`,
      'See that a Toxiproxy 2.5 runs there (TOXIPROXY_URL), or use --links embedded.',
      cause,
    );
  }
}

function refusalOf(text: string): string {
  const read = refusalShape.safeParse(jsonOf(text));
  return JSON.stringify(read.success ? read.data.error : text.slice(0, 80));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
