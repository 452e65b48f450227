import { catalogue, type Language } from '../../catalogue.ts';
import type { PageData } from '../page-data.ts';
import { pageView } from '../views/page-view.ts';
import { type View, viewOf } from '../views/view.ts';
import { type Address, emptyAddress, readAddress, writeAddress } from './address.ts';
import { filterCoverage } from './coverage-filter.ts';
import type { Page, PageElement, PageEvent } from './dom.ts';
import { unfoldForPrint } from './printing.ts';
import { ScenarioList } from './scenario-list.ts';

const filterKeys = ['q', 'v', 'e', 'c', 'n', 'r'] as const;

/** The page once it lives: the address is its only memory, everything shown follows from it. */
class LivePage {
  readonly #page: Page;
  readonly #data: PageData;
  readonly #list: ScenarioList;
  #address = emptyAddress;
  #view: View;

  constructor(page: Page, data: PageData) {
    this.#page = page;
    this.#data = data;
    this.#list = new ScenarioList(page, data);
    this.#view = viewOf(data, 'fr');
  }

  start(): void {
    const { document } = this.#page;
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('input', ({ target }) => this.#input(target));
    document.addEventListener('reset', (event) => this.#reset(event));
    document.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('keydown', (event) => this.#key(event));
    this.#page.addEventListener('hashchange', () => this.#show(readAddress(this.#page.location.hash)));
    this.#page.addEventListener('popstate', () => this.#show(readAddress(this.#page.location.hash)));
    unfoldForPrint(this.#page);
    this.#show(readAddress(this.#page.location.hash));
  }

  /** Goes to an address; opening a scenario can be undone with the Back key, typing in a filter cannot. */
  #go(address: Address): void {
    const how = address.s === this.#address.s ? 'replaceState' : 'pushState';
    this.#page.history[how](null, '', writeAddress(address));
    this.#show(address);
  }

  #show(address: Address): void {
    this.#address = address;
    this.#speak(address.l === 'en' ? 'en' : 'fr');
    this.#list.filter(this.#view, address);
    void this.#list.open(this.#view, address.s);
  }

  #speak(language: Language): void {
    const { document } = this.#page;
    if (document.documentElement.lang === language) return;
    this.#view = viewOf(this.#data, language);
    document.documentElement.lang = language;
    document.title = `${catalogue[language].title} ${this.#data.run.runId}`;
    const app = document.querySelector('#app');
    if (app) app.innerHTML = pageView(this.#view).markup;
  }

  #click(event: PageEvent): void {
    const { target } = event;
    if (target.closest('#language')) this.#switchLanguage();
    const copied = target.closest('[data-copy]')?.dataset['copy'];
    if (copied !== undefined) void this.#page.navigator.clipboard?.writeText(copied).catch(() => undefined);
    this.#showMessageOf(target);
    const link = target.closest('a');
    const hash = link?.getAttribute('href') ?? '';
    if (!link || !hash.startsWith('#') || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#follow(link, hash);
  }

  /** Links lead to a section, to filters, or to a scenario; the language stays. */
  #follow(link: PageElement, hash: string): void {
    const section = this.#page.document.querySelector(hash.includes('=') ? '#scenarios' : hash);
    const { l } = this.#address;
    const wanted = readAddress(hash);
    if (link.closest('.row')) {
      const s = wanted.s === this.#address.s ? '' : wanted.s;
      this.#go({ ...this.#address, s });
      return;
    }
    if (wanted.s !== '') this.#go({ ...emptyAddress, l, s: wanted.s });
    else {
      if (hash.includes('=')) this.#go({ ...wanted, l });
      section?.scrollIntoView({ block: 'start' });
      if (hash === '#main') section?.focus();
    }
  }

  #showMessageOf(target: PageElement): void {
    const seq = target.closest('.detail [data-seq]:not(.shown)')?.dataset['seq'];
    if (seq !== undefined) void this.#list.showMessage(this.#view, Number(seq));
  }

  #switchLanguage(): void {
    this.#go({ ...this.#address, l: this.#view.texts.language === 'fr' ? 'en' : '' });
    this.#page.document.querySelector('#language')?.focus({ preventScroll: true });
  }

  #input(target: PageElement): void {
    const key = target.dataset['filter'] as (typeof filterKeys)[number] | undefined;
    if (key !== undefined) this.#go({ ...this.#address, [key]: target.value });
    else if (target.closest('#coverage-filters')) filterCoverage(this.#page);
  }

  #reset(event: PageEvent): void {
    if (!event.target.closest('#filters')) return;
    event.preventDefault();
    const { l, s } = this.#address;
    this.#go({ ...emptyAddress, l, s });
  }

  #key(event: PageEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target, key } = event;
    if (key === 'Escape') this.#escape(target);
    if (target.closest('input, select, textarea')) return;
    if (key === 'Enter' || key === ' ') this.#press(event);
    const act = {
      j: () => this.#list.move(1),
      k: () => this.#list.move(-1),
      l: () => this.#switchLanguage(),
      '/': () => this.#search(),
    }[key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Arrows of a diagram are buttons: SVG has no button of its own. */
  #press(event: PageEvent): void {
    if (!event.target.closest('.arrow')) return;
    event.preventDefault();
    this.#showMessageOf(event.target);
  }

  #escape(target: PageElement): void {
    if (target.closest('input, select')) target.blur();
    else if (!this.#list.hideMessage() && this.#address.s !== '') this.#go({ ...this.#address, s: '' });
  }

  #search(): void {
    const field = this.#page.document.querySelector('#search');
    field?.scrollIntoView({ block: 'nearest' });
    field?.focus();
  }
}

const page = globalThis as unknown as Page;
const data = JSON.parse(page.document.querySelector('#data')?.textContent ?? '{}') as PageData;
new LivePage(page, data).start();
