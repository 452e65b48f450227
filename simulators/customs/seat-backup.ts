/** What a seat held at one moment. */
export interface SeatBackup {
  /** The highest cursor without gap at that moment. */
  readonly cursor: number;
  /** Puts it back, as often as asked. */
  readonly putBack: () => void;
}

/** A part of a seat that can be copied; called, the copy puts itself back. */
export interface BackedUp {
  backUp(): () => void;
}

/** A backup of these parts, all taken now. */
export function backUpOf(cursor: number, parts: readonly BackedUp[]): SeatBackup {
  const puttingBack = parts.map((part) => part.backUp());
  return {
    cursor,
    putBack: () => {
      for (const put of puttingBack) put();
    },
  };
}
