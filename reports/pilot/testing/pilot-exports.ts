import { Buffer } from 'node:buffer';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One row of a seat's log, by the French headers of its table. */
export type LogRow = Record<string, string>;
/** The logs of a pilot, one a seat. */
export type Logs = Readonly<Record<'TG' | 'BF' | 'NE', readonly LogRow[]>>;
type Seat = keyof Logs;

/** What names somebody in these exports: none of it may be found in the evidence. All invented. */
export const IDENTIFIERS = [
  'TRANSIT SYNTHÉTIQUE SARL',
  'IMPORTATEUR FICTIF Ô & FILS',
  'TG-NIF-0000001',
  'KOFFI L’INVENTÉ',
  'TG-0001-AA',
];

const WORDS = {
  AT01: 'Avis de transit',
  AT02: 'Mainlevée',
  AT05: 'Avis de passage',
  AT07: 'Arrivée',
  AT08: 'Résultat contrôle',
  AT09: 'Apurement',
} as const;

/** The header of every log. */
export const HEADERS = [
  'Date et heure',
  'Sens',
  'Type de message',
  'N° du message',
  'Expéditeur',
  'Référence T1',
  'Version',
  'N° de file',
  'Accusé',
  'Itinéraire',
  'Masse brute (kg)',
  'Nature des colis',
  'Scellés',
  'État des scellés',
  'Bureau',
  'Entrée/Sortie',
  'Issue',
  'Présenté le',
  'Passé le',
  'Arrivé le',
  'Délai de route',
  'Résultat',
  'Masse constatée',
  'Base',
  'Principal obligé',
  'NIF',
  'Importateur',
  'Chauffeur',
  'Plaque',
] as const;

const OUAGA = ['TG0LOM1', 'TG0CIN1', 'BF0CIN1', 'BF0OUA1'];
const NIAMEY = ['TG0LOM1', 'TG0CIN1', 'BF0CIN1', 'BF0KAN1', 'NE0TOR1', 'NE0NIA1'];

/** Two movements from Lomé to Ouagadougou. */
export const FIRST = '26TG0LOM1T00000014';
/** The other one. */
export const SECOND = '26TG0LOM1T00000022';
/** On to Niger, whose clocks are an hour ahead. */
export const THIRD = '26TG0LOM1T00000030';

const HOUR_MS = 3_600_000;

/** `dd/MM/yyyy HH:mm:ss` by the clock of a seat. */
export function wallClock(at: number, seat: Seat): string {
  const [date = '', time = ''] = new Date(at + (seat === 'NE' ? HOUR_MS : 0))
    .toISOString()
    .slice(0, 19)
    .split('T');
  return `${date.split('-').reverse().join('/')} ${time}`;
}

class LogBook {
  readonly logs: Record<Seat, LogRow[]> = { TG: [], BF: [], NE: [] };
  readonly #cursors = new Map<Seat, number>();
  #at = Date.UTC(2026, 10, 2, 8);
  #ids = 0;

  /** A message is sent, accepted, and received by these seats half a minute later. Dates are by the clock of each log. */
  send(code: keyof typeof WORDS, sender: Seat, to: readonly Seat[], said: (clock: Clock) => LogRow): void {
    this.#at += 20 * 60_000;
    this.#ids += 1;
    const row = (seat: Seat, at: number, more: LogRow): void => {
      this.logs[seat].push({
        'Date et heure': wallClock(at, seat),
        'Type de message': WORDS[code],
        'N° du message': `${sender}-${String(this.#ids).padStart(6, '0')}`,
        Expéditeur: sender,
        ...said((afterMin = 0) => wallClock(this.#at + afterMin * 60_000, seat)),
        ...more,
      });
    };
    row(sender, this.#at, { Sens: 'Émis', Accusé: 'OK' });
    for (const seat of to) {
      const cursor = (this.#cursors.get(seat) ?? 0) + 1;
      this.#cursors.set(seat, cursor);
      row(seat, this.#at + 30_000, { Sens: 'Reçu', Accusé: 'OK', 'N° de file': String(cursor) });
    }
  }
}

type Clock = (afterMin?: number) => string;

const notice = (road: readonly string[]): LogRow => ({
  Version: '1',
  Itinéraire: road.join(' > '),
  'Masse brute (kg)': '21 230,5',
  'Nature des colis': 'BG',
  Scellés: 'TGD-0001234',
  'Principal obligé': 'TRANSIT SYNTHÉTIQUE SARL',
  NIF: 'TG-NIF-0000001',
  Importateur: 'IMPORTATEUR FICTIF Ô & FILS',
  Chauffeur: 'KOFFI L’INVENTÉ',
  Plaque: 'TG-0001-AA',
});

const passage = (office: string, direction: string, clock: Clock): LogRow => ({
  Bureau: office,
  'Entrée/Sortie': direction,
  Issue: 'Passé',
  'Présenté le': clock(-15),
  'Passé le': clock(-2),
  Scellés: 'TGD-0001234',
  'État des scellés': 'Intacts',
});

function journey(book: LogBook, reference: string, road: readonly string[]): void {
  const seats = [...new Set(road.map((office) => office.slice(0, 2)))] as Seat[];
  const last = seats.at(-1) ?? 'BF';
  const office = road.at(-1) ?? '';
  const tell = (code: keyof typeof WORDS, sender: Seat, said: (clock: Clock) => LogRow) => {
    const others = seats.filter((seat) => seat !== sender);
    book.send(code, sender, others, (clock) => ({ 'Référence T1': reference, ...said(clock) }));
  };
  tell('AT01', 'TG', () => notice(road));
  tell('AT02', 'TG', (clock) => ({ Version: '2', Scellés: 'TGD-0001234', 'Délai de route': clock(10_080) }));
  for (const [at, border] of road.slice(1, -1).entries())
    tell('AT05', border.slice(0, 2) as Seat, (clock) => passage(border, at % 2 === 0 ? 'S' : 'E', clock));
  tell('AT07', last, (clock) => ({
    Bureau: office,
    'Arrivé le': clock(-5),
    Scellés: 'TGD-0001234',
    'État des scellés': 'Intacts',
  }));
  tell('AT08', last, () => ({ Bureau: office, Résultat: 'Satisfaisant', 'Masse constatée': '21 230,5' }));
  tell('AT09', 'TG', () => ({ Version: '3', Base: 'Conforme' }));
}

/** A pilot without a fault: two trucks to Ouagadougou, one to Niamey, each seat's own log. */
export function honestLogs(): Logs {
  const book = new LogBook();
  journey(book, FIRST, OUAGA);
  journey(book, SECOND, OUAGA);
  journey(book, THIRD, NIAMEY);
  return book.logs;
}

/** Rows as a spreadsheet saves them: semicolons, quotes where needed. */
export function csvOf(rows: readonly LogRow[], headers: readonly string[] = HEADERS): string {
  const cell = (text: string): string => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headers, ...rows.map((row) => headers.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.map(cell).join(';')}\r\n`)
    .join('');
}

/** The bytes of a text in windows-1252, as far as these exports need it. */
export const windows1252 = (text: string): Buffer => Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');

const seatRule = (seat: string, zone: string): string => `
  - files: "${seat.toLowerCase()}-*.csv"
    encoding: windows-1252
    delimiter: ";"
    decimal: ","
    timeZone: ${zone}
    timeFormat: dd/MM/yyyy HH:mm:ss
    columns:
      at: Date et heure
      kind: { column: Sens, values: { Émis: submit, Reçu: deliver } }
      sender: Expéditeur
      receiver: { value: ${seat} }
      messageType:
        column: Type de message
        values: { Mainlevée: AT02, Arrivée: AT07, Résultat contrôle: AT08 }
      messageId: N° du message
      transitReference: Référence T1
      movementVersion: Version
      cursor: N° de file
      status: { column: Accusé, values: { OK: 202, KO: 422, "": none } }
    fields:
      itinerary: { column: Itinéraire, separator: " > " }
      totalGrossMassKg: Masse brute (kg)
      packageKind: Nature des colis
      seals: Scellés
      sealState: { column: État des scellés, values: { Intacts: intact, Rompus: broken } }
      office: Bureau
      direction: { column: Entrée/Sortie, values: { E: ENTRY, S: EXIT } }
      outcome: { column: Issue, values: { Passé: PASSED, Refusé: REFUSED } }
      presentedAt: Présenté le
      passedAt: Passé le
      arrivedAt: Arrivé le
      limitDate: Délai de route
      result: { column: Résultat, values: { Satisfaisant: A1, Écart: B1 } }
      foundGrossMassKg: Masse constatée
      basis: { column: Base, values: { Conforme: CONFORM, Partiel: PARTIAL } }
      principal: Principal obligé
      principalTaxId: NIF
      consignee: Importateur
      driver: Chauffeur
      plate: Plaque
`;

/** `columns.yaml` for {@link honestLogs}. */
export const MAPPING = `stack: pilote-lome\nexports:${seatRule('TG', 'Africa/Lome')}${seatRule('BF', 'Africa/Ouagadougou')}${seatRule('NE', 'Africa/Niamey')}`;

/** A folder with the exports of each seat in windows-1252 and the mapping; gone when disposed. */
export async function pilotFolder(
  logs: Logs,
  mapping: string = MAPPING,
): Promise<{ readonly path: string; readonly files: string[]; readonly columns: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'corridor-exports-'));
  const files: string[] = [];
  for (const [seat, rows] of Object.entries(logs)) {
    const file = join(path, `${seat.toLowerCase()}-journal.csv`);
    await writeFile(file, windows1252(csvOf(rows)));
    files.push(file);
  }
  const columns = join(path, 'columns.yaml');
  await writeFile(columns, mapping);
  return { path, files, columns, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
