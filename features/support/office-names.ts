import { HarnessError } from './errors.ts';

/** Offices that scenarios name; all others are named by country and side of the border. */
const OFFICES: Readonly<Record<string, string>> = {
  Lomé: 'TG0LOM1',
  Adétikopé: 'TG0ADE1',
  Ouagadougou: 'BF0OUA1',
  Bamako: 'ML0BAM1',
  Niamey: 'NE0NIA1',
  Faramana: 'BF0FAR1',
  Koloko: 'BF0KOL1',
  Dakola: 'BF0DAK1',
  Koury: 'ML0KOU1',
  Hérémakono: 'ML0HER1',
};

export function officeNamed(name: string): string {
  const code = OFFICES[name];
  if (code !== undefined) return code;
  throw new HarnessError(
    'UNKNOWN_OFFICE',
    `Aucun bureau « ${name} ».`,
    'Ajoutez-le à features/support/office-names.ts.',
  );
}
