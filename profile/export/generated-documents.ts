import { codeListsPage } from './documents/code-lists-page.ts';
import { errorsPage } from './documents/errors-page.ts';
import { messagesPage } from './documents/messages-page.ts';
import { requirementsPage } from './documents/requirements-page.ts';
import { rulesPage } from './documents/rules-page.ts';
import { stateDiagrams, statesPage } from './documents/states-page.ts';
import { timersPage } from './documents/timers-page.ts';
import { trackingPage } from './documents/tracking-page.ts';
import { readRequirements } from './requirements.ts';

/** A page or picture of `docs/profile/` that is made from data. */
export interface GeneratedDocument {
  /** File name in `docs/profile/`. */
  readonly file: string;
  readonly text: string;
}

/** Every page and picture of `docs/profile/` that is made from data; all other pages are written by hand. */
export const generatedDocuments = (): GeneratedDocument[] => [
  { file: 'messages.md', text: messagesPage() },
  { file: 'code-lists.md', text: codeListsPage() },
  { file: 'states.md', text: statesPage() },
  ...stateDiagrams(),
  { file: 'rules.md', text: rulesPage() },
  { file: 'timers.md', text: timersPage() },
  { file: 'tracking.md', text: trackingPage() },
  { file: 'errors.md', text: errorsPage() },
  { file: 'requirements.md', text: requirementsPage(readRequirements()) },
];
