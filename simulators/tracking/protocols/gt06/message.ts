import type { ByteReader } from '../bytes/byte-reader.ts';
import type { ByteWriter } from '../bytes/byte-writer.ts';
import type { FrameContent, Session } from '../protocol.ts';

/** What the content of a frame says. */
export type Content = Pick<FrameContent, 'kind' | 'reports' | 'conditions' | 'fields' | 'unread'> & {
  readonly deviceId?: string;
};

/** The content of the frames of one protocol number, or of a few that have it alike. */
export interface Message {
  /**
   * Reads a content; null: it is laid out in another way (models differ), so it is kept as bytes.
   * @throws FrameError
   */
  read(reader: ByteReader, session: Session): Content | null;
  /** Writes what `read` gives. @throws FieldError for what the protocol cannot say */
  write(writer: ByteWriter, frame: FrameContent, session: Session): void;
}
