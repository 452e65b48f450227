/** Something that the hub must do when its clock reaches `dueAt`, ms since the epoch. */
export interface Due {
  readonly kind: 'limit' | 'result' | 'early' | 'gap';
  readonly reference: string;
  readonly dueAt: number;
}

/** A delivery about a movement that must reach a country, in this order among those of that movement. */
export interface Queued {
  readonly country: string;
  readonly reference: string;
  readonly messageId: string;
  readonly name: string;
}
