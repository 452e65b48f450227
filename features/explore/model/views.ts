import type { Message } from '../../../profile/messages/message.ts';
import type { Leg } from '../../../profile/messages/parts/parts.ts';
import type { TransitNoticePayload } from '../../../profile/messages/transit-notice.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';

/** A fault that a refusal must cite. */
export interface Fault {
  readonly code: string;
  readonly pointer: string;
  readonly rule?: string;
}

/** What an officer saw of the seals, as a message tells it. */
export interface SealsSeen {
  readonly state: string;
  readonly numbers: readonly string[];
  readonly replaced?: readonly { readonly old: string; readonly new: string }[];
}

/** One line of the book. `order` counts receptions. */
export interface EventView {
  readonly messageId: string;
  readonly messageType: string;
  readonly sender: string;
  readonly occurredAt: string;
  readonly order: number;
  readonly late: boolean;
  readonly office?: string;
  readonly direction?: string;
  readonly outcome?: string;
  readonly seals?: SealsSeen;
  readonly newSeals?: readonly string[];
  /** Seat to which an enquiry went. */
  readonly asked?: string;
}

/** A fact that the hub must point out, and to whom. */
export interface FindingView {
  readonly kind: string;
  /** Empty: only a mark in the ledger. */
  readonly recipients: readonly string[];
  readonly relatesTo?: string;
}

/** What the regional ledger must hold of a movement. */
export interface MovementView {
  readonly reference: string;
  readonly owner: string;
  readonly state: MovementState;
  readonly version: number;
  /** Numbers of refused messages: free, and no gap. */
  readonly refusedVersions: readonly number[];
  readonly notice: TransitNoticePayload;
  readonly noticeId: string;
  readonly releaseId?: string;
  readonly legs: readonly Leg[];
  readonly corridor: string;
  readonly countries: readonly string[];
  readonly limitDate?: string;
  readonly seals: readonly string[];
  readonly releasedSeals?: readonly string[];
  readonly events: readonly EventView[];
  readonly findings: readonly FindingView[];
}

/** What must become of a message: `waits` may turn into one of the others later. */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'waits'; readonly for: 'notice' | 'version' }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'refused-at-once'; readonly status: number; readonly faults: readonly Fault[] };

/** A message submitted, with all that must follow from it. */
export interface Entry {
  readonly name: string;
  readonly message: Message;
  readonly receivedAt: number;
  readonly order: number;
  readonly late: boolean;
  outcome: Outcome;
  /** What it waited for before, last. */
  waitedFor?: 'notice' | 'version';
  /** Seats to which it is delivered. */
  told: string[];
  /** How often it was submitted. */
  times: number;
  /** State of the movement when it was ruled on, and after it where it took effect. */
  before?: MovementState;
  after?: MovementState;
  /** Only of a request on the register: why it is refused; empty when accepted. */
  reasons?: readonly string[];
  /** Only of such a request: what is left of a reference amount after it. */
  available?: number;
  /** Only of a query: what it must be answered. */
  asked?: { readonly state: string; readonly events: number } | { readonly rejection: string };
}

/** In order of occurrence; what came first when equal. */
export const inOrder = (events: readonly EventView[]): EventView[] =>
  [...events].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || a.order - b.order);

/** Where the truck goes, by the itinerary in force. */
export const destinationOf = ({ legs }: Pick<MovementView, 'legs'>): string => legs.at(-1)?.country ?? '';
