import type { GuaranteeRequestPayload } from '../../../profile/messages/guarantee-request.ts';
import type { MovementState } from '../../../profile/states/movement-states.ts';

/** An amount held for one movement. */
interface Reservation {
  readonly transitReference: string;
  readonly amount: number;
  open: boolean;
  /** Known once the register has answered. */
  id?: string;
}

/** One entry of the register. */
interface GuaranteeView {
  readonly terms: NonNullable<GuaranteeRequestPayload['terms']>;
  readonly holderTaxId: string;
  readonly accessCode: string;
  cancelled: boolean;
  readonly reservations: Reservation[];
}

/** What the register must answer. */
export interface RegisterAnswer {
  readonly reasons: readonly string[];
  readonly availableAmount?: number;
}

/** States of a movement that is over: what is held for it is freed, or may be on request. */
export const ENDED: ReadonlySet<MovementState> = new Set(['DISCHARGED', 'CLOSED_MANUALLY', 'CANCELLED']);

/** Whether the state of a movement admits what is asked about its amount. */
export function isInItsTime(operation: string, state: MovementState | undefined): boolean {
  if (operation === 'RELEASE') return state !== undefined && ENDED.has(state);
  return operation !== 'CLAIM' || state === 'RECOVERY';
}

/** The regional guarantee register as the profile has it. @source guarantee rules sections 2 to 4 */
export class RegisterModel {
  readonly #entries = new Map<string, GuaranteeView>();

  /** @param stateOf state of the movement that the request names */
  request(
    request: GuaranteeRequestPayload,
    sender: string,
    now: number,
    stateOf: (reference: string) => MovementState | undefined,
  ): RegisterAnswer {
    const known = this.#entries.get(request.guaranteeReference);
    if (request.operation === 'REGISTER') return { reasons: this.#register(request, sender, known) };
    if (!known) return { reasons: ['G01'] };
    if (known.accessCode !== request.accessCode) return { reasons: ['G03'] };
    const reasons = reasonsOf(request, known, sender, now, stateOf(request.transitReference ?? ''));
    if (reasons.length === 0) carryOut(request, known);
    const amount = availableOf(known);
    return amount === undefined ? { reasons } : { reasons, availableAmount: amount };
  }

  /** What the register publishes of a guarantee; undefined when it is not registered. */
  published(reference: string): Record<string, unknown> | undefined {
    const known = this.#entries.get(reference);
    if (!known) return undefined;
    const { kind, countries, referenceAmount } = known.terms;
    const available = availableOf(known);
    if (referenceAmount === undefined || available === undefined) return { kind, countries };
    return {
      kind,
      countries,
      referenceAmount,
      reservedAmount: referenceAmount - available,
      availableAmount: available,
    };
  }

  /** The open reservation of a movement, with its number once that is known. */
  reservation(reference: string, transitReference: string): Readonly<Reservation> | undefined {
    return openOf(this.#entries.get(reference), transitReference);
  }

  /** A movement whose reservation was closed: the profile does not say whether it may reserve once more. */
  isSpent(reference: string, transitReference: string): boolean {
    const reservations = this.#entries.get(reference)?.reservations ?? [];
    return reservations.some((one) => !one.open && one.transitReference === transitReference);
  }

  /** The register has answered with the number of a reservation. */
  note(reference: string, transitReference: string, id: string): void {
    const reservation = openOf(this.#entries.get(reference), transitReference);
    if (reservation) reservation.id ??= id;
  }

  /** The end of a movement closes what is held for it. */
  close(transitReference: string): void {
    for (const { reservations } of this.#entries.values())
      for (const reservation of reservations)
        if (reservation.transitReference === transitReference) reservation.open = false;
  }

  #register(request: GuaranteeRequestPayload, sender: string, known: GuaranteeView | undefined): string[] {
    const { guaranteeReference, terms, holderTaxId, accessCode } = request;
    if (known || !terms || sender !== guaranteeReference.slice(2, 4)) return ['G05'];
    this.#entries.set(guaranteeReference, {
      terms,
      holderTaxId,
      accessCode,
      cancelled: false,
      reservations: [],
    });
    return [];
  }
}

const openOf = (entry: GuaranteeView | undefined, transitReference: string): Reservation | undefined =>
  entry?.reservations.find((one) => one.open && one.transitReference === transitReference);

function availableOf({ terms, reservations }: GuaranteeView): number | undefined {
  if (terms.referenceAmount === undefined) return undefined;
  return reservations.reduce(
    (left, { open, amount }) => (open ? left - amount : left),
    terms.referenceAmount,
  );
}

/** All reasons that apply, in the order of the profile. */
function reasonsOf(
  request: GuaranteeRequestPayload,
  entry: GuaranteeView,
  sender: string,
  now: number,
  state: MovementState | undefined,
): string[] {
  const { operation, countries = [], holderTaxId } = request;
  const stands = operation === 'QUERY' || operation === 'RESERVE';
  const { validFrom, validUntil } = entry.terms;
  const valid = !entry.cancelled && Date.parse(validFrom) <= now && now < Date.parse(validUntil);
  const uncovered = countries.some((country) => !entry.terms.countries.includes(country));
  return [
    ...(stands && !valid ? ['G02'] : []),
    ...(holderTaxId !== entry.holderTaxId ? ['G04'] : []),
    ...(stands && uncovered ? ['COUNTRY_NOT_COVERED'] : []),
    ...(isShort(request, entry) ? ['INSUFFICIENT'] : []),
    ...(isOutOfPlace(request, entry, sender, state) ? ['G05'] : []),
  ];
}

/** Asking again for the same amount holds nothing more, so that it cannot be too much. */
function isShort(
  { operation, amount = 0, transitReference }: GuaranteeRequestPayload,
  entry: GuaranteeView,
): boolean {
  const available = availableOf(entry);
  if (operation !== 'RESERVE' || available === undefined) return false;
  const isRepeated = openOf(entry, String(transitReference))?.amount === amount;
  return !isRepeated && amount > available;
}

function isOutOfPlace(
  request: GuaranteeRequestPayload,
  entry: GuaranteeView,
  sender: string,
  state: MovementState | undefined,
): boolean {
  const { operation, amount, guaranteeReference } = request;
  const transitReference: string = request.transitReference ?? '';
  const own = entry.reservations.find((one) => one.transitReference === transitReference);
  const departs = sender === transitReference.slice(2, 4);
  const reservable = entry.terms.kind === 'reservable';
  switch (operation) {
    case 'RESERVE':
      return !reservable || !departs || (own?.open === true && own.amount !== amount);
    case 'RELEASE':
      return !reservable || !departs || !own || !isInItsTime(operation, state);
    case 'CLAIM':
      return !reservable || !departs || own?.open !== true || !isInItsTime(operation, state);
    case 'CANCEL':
      return sender !== guaranteeReference.slice(2, 4) || entry.reservations.some(({ open }) => open);
    default:
      return false;
  }
}

function carryOut(request: GuaranteeRequestPayload, entry: GuaranteeView): void {
  const { operation, amount = 0 } = request;
  const transitReference: string = request.transitReference ?? '';
  const own = openOf(entry, transitReference);
  if (operation === 'RESERVE' && !own) entry.reservations.push({ transitReference, amount, open: true });
  if (operation === 'RELEASE' && own) own.open = false;
  if (operation === 'CANCEL') entry.cancelled = true;
}
