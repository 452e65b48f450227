import type { Condition, FrameContent, FrameKind, Json, Report, Session } from '../protocol.ts';
import type { Given } from './given.ts';
import type { Header } from './header.ts';
import type { BodyReader } from './layout.ts';

/** One location of a message: its report, what the device says of itself, and what stands in `fields`. */
export interface Located {
  readonly report: Report;
  readonly condition: Condition;
  readonly fields: { readonly [name: string]: Json };
}

/** What a body says. */
export interface BodyContent {
  /** Where it is not that of the message. */
  readonly kind?: FrameKind;
  readonly fields: { readonly [name: string]: Json };
  readonly locations?: readonly Located[];
  /** What the device says of itself in a message without location. */
  readonly condition?: Condition;
  /** It may hold a report that nobody read. */
  readonly unread?: true;
}

/** How the body of one message is read and written. `fields` stand in those of the frame, beside the header. */
export interface Message {
  readonly kind: FrameKind;
  /** @throws FrameError, offset in the frame without escapes */
  read(reader: BodyReader, header: Header, session: Session): BodyContent;
  /** @throws FieldError */
  write(fields: Given, content: FrameContent, header: Header, session: Session): Buffer;
}
