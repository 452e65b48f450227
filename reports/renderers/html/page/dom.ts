/** The little of the browser that the page uses. The house has no DOM types: they would leak into every room. */
export interface PageElement {
  readonly id: string;
  readonly tagName: string;
  readonly dataset: Record<string, string | undefined>;
  readonly isConnected: boolean;
  innerHTML: string;
  textContent: string;
  value: string;
  hidden: boolean;
  open: boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  insertAdjacentHTML(where: 'beforeend', text: string): void;
  remove(): void;
  focus(options?: { preventScroll?: boolean }): void;
  blur(): void;
  scrollIntoView(options?: { block?: 'start' | 'nearest'; behavior?: 'auto' }): void;
}

export interface PageEvent {
  readonly target: PageElement;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  preventDefault(): void;
}

type Listener = (event: PageEvent) => void;

export interface Page {
  readonly document: PageElement & {
    readonly documentElement: { lang: string };
    readonly activeElement: PageElement | null;
    title: string;
    addEventListener(type: string, listener: Listener): void;
  };
  readonly location: { hash: string };
  readonly history: {
    pushState(state: null, title: string, url: string): void;
    replaceState(state: null, title: string, url: string): void;
  };
  readonly navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } };
  addEventListener(type: string, listener: () => void): void;
  matchMedia(query: string): {
    readonly matches: boolean;
    addEventListener(type: 'change', listener: (event: { matches: boolean }) => void): void;
  };
}
