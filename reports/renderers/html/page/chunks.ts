import type { PageChunk, PageDetail, PageScenario } from '../page-data.ts';
import type { Page } from './dom.ts';

/** Details of scenarios: decompressed when first asked for, kept while the page is open. */
export class Chunks {
  readonly #page: Page;
  readonly #read = new Map<number, Promise<PageChunk>>();

  constructor(page: Page) {
    this.#page = page;
  }

  async detailOf({ id, chunk }: PageScenario): Promise<PageDetail | undefined> {
    const known = this.#read.get(chunk) ?? this.#inflate(chunk);
    this.#read.set(chunk, known);
    return (await known)[id];
  }

  async #inflate(chunk: number): Promise<PageChunk> {
    const coded = this.#page.document.querySelector(`#chunk-${chunk}`)?.textContent ?? '';
    const bytes = Uint8Array.from(atob(coded), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return (await new Response(stream).json()) as PageChunk;
  }
}
