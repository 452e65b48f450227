import type { PageData, PageDetail, PageScenario } from '../page-data.ts';
import { html } from '../views/markup.ts';
import { messageView } from '../views/message-view.ts';
import { scenarioView } from '../views/scenario-view.ts';
import type { View } from '../views/view.ts';
import type { Address } from './address.ts';
import { Chunks } from './chunks.ts';
import type { Page, PageElement } from './dom.ts';
import { Filters } from './filters.ts';

/** The list of scenarios: what is shown, which is open, which message is shown. */
export class ScenarioList {
  readonly #page: Page;
  readonly #chunks: Chunks;
  readonly #filters: Filters;
  readonly #scenarios: ReadonlyMap<string, PageScenario>;
  #open = '';

  constructor(page: Page, data: PageData) {
    this.#page = page;
    this.#chunks = new Chunks(page);
    this.#filters = new Filters(data);
    this.#scenarios = new Map(data.scenarios.map((scenario) => [scenario.id, scenario]));
  }

  /** Shows the rows that pass the filters; the open scenario stays, whatever the filters say. */
  filter(view: View, address: Address): void {
    const passing = this.#filters.passing(address);
    for (const row of this.#page.document.querySelectorAll('.scenario')) {
      const { id = '' } = row.dataset;
      row.hidden = !passing.has(id) && id !== address.s;
    }
    for (const feature of this.#page.document.querySelectorAll('.feature'))
      feature.hidden = feature.querySelector('.scenario:not([hidden])') === null;
    this.#text('#shown-count', view.texts.list.shown(passing.size, this.#scenarios.size));
    this.#hide('#list-empty', passing.size > 0);
    for (const field of this.#page.document.querySelectorAll('[data-filter]')) {
      const value = address[(field.dataset['filter'] ?? 'q') as keyof Address];
      if (field.value !== value) field.value = value;
    }
  }

  /** Opens one scenario and closes the one before; an empty id closes only. */
  async open(view: View, id: string): Promise<void> {
    if (id === this.#open && this.#rowOf(id)?.querySelector('.detail')) return;
    this.#close();
    this.#open = id;
    const scenario = this.#scenarios.get(id);
    const row = this.#rowOf(id);
    if (!scenario || !row) {
      this.#unknown(view, id);
      return;
    }
    row.querySelector('.row')?.setAttribute('aria-expanded', 'true');
    row.insertAdjacentHTML('beforeend', html`<div class="detail">${view.texts.detail.loading}</div>`.markup);
    const detail = await this.#detailOf(scenario);
    const place = row.querySelector('.detail');
    if (!place || this.#open !== id) return;
    place.innerHTML = detail
      ? scenarioView(view, scenario, detail).markup
      : html`<p>${view.texts.detail.unreadable}</p>`.markup;
    row.scrollIntoView({ block: 'start' });
    row.querySelector('.row')?.focus({ preventScroll: true });
  }

  /** Shows the message of one exchange of the open scenario; the same again hides it. */
  async showMessage(view: View, seq: number): Promise<void> {
    const scenario = this.#scenarios.get(this.#open);
    const place = this.#rowOf(this.#open)?.querySelector('.shown');
    if (!scenario || !place) return;
    if (place.dataset['seq'] === String(seq)) {
      this.hideMessage();
      return;
    }
    const detail = await this.#detailOf(scenario);
    const exchange = detail?.exchanges.find((candidate) => candidate.seq === seq);
    if (!detail || !exchange) return;
    const pointers = detail.findings.flatMap((finding) =>
      finding.exchange === seq ? (finding.pointer ?? []) : [],
    );
    place.dataset['seq'] = String(seq);
    place.innerHTML = messageView(view, exchange, pointers).markup;
    place.scrollIntoView({ block: 'nearest' });
  }

  /** Hides the message shown; false when there was none. */
  hideMessage(): boolean {
    const place = this.#rowOf(this.#open)?.querySelector('.shown');
    if (!place || place.dataset['seq'] === undefined) return false;
    place.innerHTML = '';
    delete place.dataset['seq'];
    return true;
  }

  /** Moves the focus to the next or the previous row shown. */
  move(by: 1 | -1): void {
    const rows = [...this.#page.document.querySelectorAll('.scenario:not([hidden])')];
    const current = this.#page.document.activeElement?.closest('.scenario');
    const at = current ? rows.indexOf(current) : -1;
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    next?.querySelector('.row')?.focus();
  }

  #close(): void {
    this.hideMessage();
    const row = this.#rowOf(this.#open);
    row?.querySelector('.detail')?.remove();
    row?.querySelector('.row')?.setAttribute('aria-expanded', 'false');
    this.#open = '';
  }

  #unknown(view: View, id: string): void {
    if (id !== '') this.#text('#shown-count', view.texts.list.unknown(id));
  }

  /** Undefined where the browser cannot decompress. */
  async #detailOf(scenario: PageScenario): Promise<PageDetail | undefined> {
    try {
      return await this.#chunks.detailOf(scenario);
    } catch {
      return undefined;
    }
  }

  /** Rows are found by comparing, not by selector: an id may hold any character. */
  #rowOf(id: string): PageElement | undefined {
    if (id === '') return undefined;
    for (const row of this.#page.document.querySelectorAll('.scenario'))
      if (row.dataset['id'] === id) return row;
    return undefined;
  }

  #text(selector: string, text: string): void {
    const element = this.#page.document.querySelector(selector);
    if (element) element.textContent = text;
  }

  #hide(selector: string, hidden: boolean): void {
    const element = this.#page.document.querySelector(selector);
    if (element) element.hidden = hidden;
  }
}
