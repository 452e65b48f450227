import type { Page, PageElement } from './dom.ts';

/** On paper everything folded is unfolded (technical details excepted); afterwards it is as the reader left it. */
export function unfoldForPrint(page: Page): void {
  let unfolded: PageElement[] = [];
  const apply = (printing: boolean): void => {
    if (printing) {
      const folded = [...page.document.querySelectorAll('details:not([open]):not(.trace)')];
      for (const element of folded) element.open = true;
      unfolded.push(...folded);
    } else {
      for (const element of unfolded) element.open = false;
      unfolded = [];
    }
  };
  const print = page.matchMedia('print');
  print.addEventListener('change', ({ matches }) => apply(matches));
  page.addEventListener('beforeprint', () => apply(true));
  page.addEventListener('afterprint', () => apply(false));
  if (print.matches) apply(true);
}
