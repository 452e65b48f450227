import { request } from 'undici';
import { z } from 'zod';
import type { Toxic } from '../link.ts';
import { LinkError } from '../link-error.ts';
import { proxyName } from './proxy-owner.ts';

const ANSWERED_WITHIN_MS = 10_000;

/** `host:port`, such as `127.0.0.1:4711` or `[::]:4711`. */
const listenShape = z
  .string()
  .regex(/^(?:\[[^\]]+\]|[^:]+):\d{1,5}$/)
  .refine((listen) => {
    const port = Number(listen.slice(listen.lastIndexOf(':') + 1));
    return port >= 1 && port <= 65_535;
  }, 'no port from 1 to 65535');
const proxyShape = z.object({
  name: z.string(),
  listen: listenShape,
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
/** As text up to 2.5, `git` when it was built from its sources; in JSON since. */
const versionShape = z.union([
  z.string().regex(/^(?:git|2\.\d[\w.+-]*)$/),
  z.object({ version: z.string().regex(/^(?:git|2\.\d[\w.+-]*)$/) }).transform(({ version }) => version),
]);
const refusalShape = z.object({ error: z.string() });

/** A toxic with a name of its own, on the way there (`upstream`) or back (`downstream`). */
export interface NamedToxic extends Toxic {
  readonly name: string;
  readonly stream: 'upstream' | 'downstream';
}

/** The HTTP API of a Toxiproxy, as far as links need it. @source Toxiproxy 2.5.0, README, "HTTP API" */
export class ToxiproxyApi {
  /** Its address, without the name and the password that it may need. */
  readonly url: string;
  readonly #authorization: string | undefined;
  readonly #owner: string | undefined;

  /**
   * @param url such as `http://127.0.0.1:8474`
   * @param owner of the proxies made here
   * @throws LinkError `TOXIPROXY_FAILED` for what is no such address
   */
  constructor(url: string, owner?: string) {
    const { origin, pathname, username, password } = parsed(url);
    this.url = (origin + pathname).replace(/\/$/, '');
    const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.#authorization = secret === ':' ? undefined : `Basic ${Buffer.from(secret).toString('base64')}`;
    this.#owner = owner;
  }

  /** A name for a proxy of this link that nobody else has, with its owner. */
  nameFor(link: string): string {
    return proxyName(link, this.#owner);
  }

  /** What it says of itself: `2.5.0`, or `git`. @throws LinkError `TOXIPROXY_FAILED` when it is no Toxiproxy 2 */
  async version(): Promise<string> {
    const { text } = await this.#ask('GET', '/version');
    const read = versionShape.safeParse(jsonOf(text) ?? text.trim());
    if (read.success) return read.data;
    throw this.#failed(`found ${JSON.stringify(text.slice(0, 80))} for a version`);
  }

  async createProxy(proxy: Omit<ToxiproxyProxy, 'enabled'>): Promise<ToxiproxyProxy> {
    const { text } = await this.#ask('POST', '/proxies', { ...proxy, enabled: true });
    return this.#read(proxyShape, text);
  }

  async proxyNames(): Promise<string[]> {
    const { text } = await this.#ask('GET', '/proxies');
    return Object.keys(this.#read(z.record(z.string(), proxyShape), text));
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
        headers: {
          'content-type': 'application/json',
          'user-agent': 'corridor',
          ...(this.#authorization !== undefined && { authorization: this.#authorization }),
        },
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
    const [issue] = read.error.issues;
    const where = `${issue?.path.join('.') || 'answer'}: ${issue?.message}`;
    throw this.#failed(`found ${JSON.stringify(text.slice(0, 200))} (${where})`);
  }

  #failed(seen: string, cause?: unknown): LinkError {
    return failed(`Failed to use the Toxiproxy at ${this.url}: ${seen}.`, cause);
  }
}

const failed = (seen: string, cause?: unknown): LinkError =>
  new LinkError(
    'TOXIPROXY_FAILED',
    seen,
    'See that a Toxiproxy 2.5 runs there (TOXIPROXY_URL), or use --links embedded.',
    cause,
  );

/** What is not understood is not quoted: there may be a password in it. */
function parsed(url: string): URL {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read && ['http:', 'https:'].includes(read.protocol)) return read;
  throw failed('Failed to use a Toxiproxy: its address is none that begins with http://.');
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
