import { referenceDataKinds } from './code-lists/code-lists.ts';

/** One kind of reference data of one country, in a version; of code lists, one list. */
export interface ReferenceVersion {
  readonly country: string;
  readonly kind: string;
  /** Name of the list, for kind `CODE_LIST`. */
  readonly list?: string | undefined;
  readonly version: number;
}

/** The list of the HS codes of a country's tariff, six digits, by which its declarations are judged. */
export const TARIFF = 'hsCodes';

const ENTRY = /^([A-Z]{2})\/([A-Z_]{1,30})(?:\.([a-z][A-Za-z]{0,39}))?@([0-9]{1,6})$/;

/**
 * The versions that a sender says it works with (header `Corridor-Reference`): `BF/OFFICES@12, ML/CODE_LIST.hsCodes@3`.
 * Kinds that are not known here are left out. Null when it cannot be read.
 * @source binding section 1
 */
export function readReferenceVersions(header: string): ReferenceVersion[] | null {
  const entries = header.split(',').map((entry) => ENTRY.exec(entry.trim()));
  if (entries.some((entry) => entry === null)) return null;
  return entries
    .map((entry) => {
      const [, country = '', kind = '', list, version] = entry ?? [];
      return { country, kind, list, version: Number(version) };
    })
    .filter(({ kind }) => Object.hasOwn(referenceDataKinds, kind));
}

/** What a version is of: `BF/OFFICES`, `ML/CODE_LIST.hsCodes`. */
export const referenceName = ({ country, kind, list }: Omit<ReferenceVersion, 'version'>): string =>
  `${country}/${kind}${list === undefined ? '' : `.${list}`}`;
