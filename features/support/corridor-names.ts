import { HarnessError } from './errors.ts';

/** What officers call a road, and its name in reference data; both directions of the nine corridors. */
export const CORRIDORS: Readonly<Record<string, string>> = {
  'Lomé Ouagadougou Cinkansé': 'LOME-CINKANSE-OUAGADOUGOU',
  'Ouagadougou Lomé Cinkansé': 'OUAGADOUGOU-CINKANSE-LOME',
  'Lomé Niamey Kantchari': 'LOME-OUAGADOUGOU-NIAMEY-KANTCHARI',
  'Niamey Lomé Kantchari': 'NIAMEY-KANTCHARI-OUAGADOUGOU-LOME',
  'Lomé Niamey Téra': 'LOME-OUAGADOUGOU-NIAMEY-TERA',
  'Niamey Lomé Téra': 'NIAMEY-TERA-OUAGADOUGOU-LOME',
  'Lomé Bamako Hérémakono': 'LOME-OUAGADOUGOU-BAMAKO-HEREMAKONO',
  'Bamako Lomé Hérémakono': 'BAMAKO-HEREMAKONO-OUAGADOUGOU-LOME',
  'Lomé Bamako Koury': 'LOME-OUAGADOUGOU-BAMAKO-KOURY',
  'Bamako Lomé Koury': 'BAMAKO-KOURY-OUAGADOUGOU-LOME',
  'Ouagadougou Bamako Hérémakono': 'OUAGADOUGOU-BAMAKO-HEREMAKONO',
  'Bamako Ouagadougou Hérémakono': 'BAMAKO-HEREMAKONO-OUAGADOUGOU',
  'Ouagadougou Bamako Koury': 'OUAGADOUGOU-BAMAKO-KOURY',
  'Bamako Ouagadougou Koury': 'BAMAKO-KOURY-OUAGADOUGOU',
  'Ouagadougou Niamey Kantchari': 'OUAGADOUGOU-NIAMEY-KANTCHARI',
  'Niamey Ouagadougou Kantchari': 'NIAMEY-KANTCHARI-OUAGADOUGOU',
  'Ouagadougou Niamey Téra': 'OUAGADOUGOU-NIAMEY-TERA',
  'Niamey Ouagadougou Téra': 'NIAMEY-TERA-OUAGADOUGOU',
};

/** The corridor from one city to another by a border place. */
export function corridorNamed(from: string, to: string, by: string): string {
  const name = CORRIDORS[`${from} ${to} ${by}`];
  if (name !== undefined) return name;
  throw new HarnessError(
    'UNKNOWN_CORRIDOR',
    `Aucun corridor de ${from} à ${to} par ${by}.`,
    'Les corridors sont dans fixtures/reference/corridors et features/support/corridor-names.ts.',
  );
}
