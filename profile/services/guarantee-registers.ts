import type { GuaranteeRegisterName } from './service-names.ts';

/** Which register keeps the guarantees of a guarantor. */
export interface GuarantorRegister {
  /** Characters 3 to 7 of the guarantee reference: country of the guarantor, and the guarantor. */
  readonly guarantor: string;
  readonly register: GuaranteeRegisterName;
  /** Who that is, as officers say it. */
  readonly fr: string;
  readonly source: string;
}

/**
 * The registers outside the hub by guarantor; all others are kept by the hub (P21).
 * @source assumption: how the AES single guarantee will be numbered is not published
 */
export const guarantorRegisters: readonly GuarantorRegister[] = [
  {
    guarantor: 'TGCCI',
    register: 'guarantee-register-tg',
    fr: 'CCI-Togo, garant national',
    source: 'https://www.ccit.tg/content/trie; the characters: assumption',
  },
  ...['BF', 'ML', 'NE'].map((country) => ({
    guarantor: `${country}AES`,
    register: 'guarantee-register-aes' as const,
    fr: "caution unique de l'AES",
    source: 'assumption: announced for 31 March 2026, domain notes 1.1',
  })),
];

/**
 * The register that keeps a guarantee, or null when the hub keeps it.
 * @param reference guarantee reference, e.g. `26TGCCI0000000017`
 */
export const guaranteeRegisterOf = (reference: string): GuaranteeRegisterName | null =>
  guarantorRegisters.find(({ guarantor }) => reference.slice(2, 7) === guarantor)?.register ?? null;
