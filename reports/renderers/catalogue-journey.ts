type Count = (count: number) => string;

/** What reports say of the road that a tracked truck travelled, in one language. */
export interface JourneyTexts {
  readonly heading: string;
  /** What a map and a strip show, for those who do not see them. */
  readonly map: (reference: string, devices: number, alerts: number) => string;
  readonly strip: string;
  readonly corridor: string;
  readonly office: string;
  readonly live: string;
  readonly stored: string;
  readonly silent: string;
  readonly handOver: string;
  readonly beyond: string;
  readonly alert: string;
  readonly speed: string;
  readonly battery: string;
  readonly lock: string;
  readonly device: (platform: string, device: string) => string;
  readonly reports: (count: number, stored: number) => string;
  readonly alerts: string;
  readonly noAlert: string;
  readonly devices: string;
  readonly deadZones: string;
  readonly handOvers: string;
  readonly lasts: string;
  readonly at: (km: number, place: string) => string;
  readonly noPlace: string;
  readonly officeOf: (code: string) => string;
  readonly relieves: (device: string) => string;
  readonly table: Count;
  readonly columns: Readonly<
    Record<'time' | 'device' | 'place' | 'speed' | 'battery' | 'lock' | 'network', string>
  >;
  readonly afterwards: string;
  readonly atOnce: string;
  readonly more: Readonly<
    Record<'alerts' | 'rows' | 'assignments' | 'unreadable' | 'devices' | 'ahead' | 'outside', Count>
  >;
  readonly outlines: string;
}

const some = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
const someInEnglish = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Tracked journeys, in French. */
export const journeyInFrench: JourneyTexts = {
  heading: 'Le voyage suivi',
  map: (reference, devices, alerts) =>
    `Carte du voyage du mouvement ${reference} : ${some(devices, 'balise', 'balises')}, ${some(alerts, 'alerte', 'alertes')}. Les listes et le tableau plus bas disent la même chose.`,
  strip: 'Vitesse, batterie et scellé au fil du temps (UTC)',
  corridor: 'corridor prévu',
  office: 'bureau de douane',
  live: 'route transmise en direct',
  stored: 'zone blanche : rapports différés',
  silent: 'sans nouvelles',
  handOver: 'relève : aucune balise',
  beyond: 'position hors du cadre',
  alert: 'alerte, par son numéro',
  speed: 'Vitesse km/h',
  battery: 'Batterie %',
  lock: 'Scellé',
  device: (platform, device) => `${platform}, balise ${device}`,
  reports: (count, stored) =>
    `${some(count, 'position', 'positions')}${stored > 0 ? `, dont ${some(stored, 'différée', 'différées')}` : ''}`,
  alerts: 'Alertes',
  noAlert: 'Aucune alerte.',
  devices: 'Balises',
  deadZones: 'Zones blanches',
  handOvers: 'Relèves, sans balise',
  lasts: 'dure encore',
  at: (km, place) => (km < 2 ? place : `à ${km} km de ${place}`),
  noPlace: 'sans position',
  officeOf: (code) => `bureau ${code}`,
  relieves: (device) => `relève ${device}`,
  table: (count) => `Positions, dans l’ordre (${count})`,
  columns: {
    time: 'Date et heure (UTC)',
    device: 'Balise',
    place: 'Latitude, longitude',
    speed: 'km/h',
    battery: 'Batterie',
    lock: 'Scellé',
    network: 'Transmission',
  },
  afterwards: 'différée',
  atOnce: 'directe',
  more: {
    alerts: (count) => `${some(count, 'autre alerte', 'autres alertes')} dans exchange.ndjson.`,
    rows: (count) => `${some(count, 'autre position', 'autres positions')} dans exchange.ndjson.`,
    assignments: (count) =>
      `${some(count, 'autre affectation', 'autres affectations')} dans exchange.ndjson.`,
    unreadable: (count) =>
      `${some(count, 'rapport illisible ou sans lieu possible', 'rapports illisibles ou sans lieu possible')} : voir exchange.ndjson.`,
    devices: (count) => `${some(count, 'autre balise', 'autres balises')} ne figurent pas sur la carte.`,
    ahead: (count) =>
      `${some(count, 'position gardée', 'positions gardées')} par la plateforme : l’horloge de la balise avance.`,
    outside: (count) =>
      `${some(count, 'position datée', 'positions datées')} à plus de 15 jours des autres : hors de la frise.`,
  },
  outlines: 'Contours des pays : Natural Earth 1:50 000 000, sans valeur juridique.',
};

/** Tracked journeys, in English. */
export const journeyInEnglish: JourneyTexts = {
  heading: 'The journey tracked',
  map: (reference, devices, alerts) =>
    `Map of the journey of movement ${reference}: ${someInEnglish(devices, 'device', 'devices')}, ${someInEnglish(alerts, 'alert', 'alerts')}. The lists and the table below say the same.`,
  strip: 'Speed, battery and seal over time (UTC)',
  corridor: 'planned corridor',
  office: 'customs office',
  live: 'road told at once',
  stored: 'dead zone: stored reports',
  silent: 'nothing heard',
  handOver: 'hand-over: no device',
  beyond: 'position beyond the frame',
  alert: 'alert, by its number',
  speed: 'Speed km/h',
  battery: 'Battery %',
  lock: 'Seal',
  device: (platform, device) => `${platform}, device ${device}`,
  reports: (count, stored) =>
    `${someInEnglish(count, 'position', 'positions')}${stored > 0 ? `, ${stored} stored` : ''}`,
  alerts: 'Alerts',
  noAlert: 'No alert.',
  devices: 'Devices',
  deadZones: 'Dead zones',
  handOvers: 'Hand-overs, without a device',
  lasts: 'still lasts',
  at: (km, place) => (km < 2 ? place : `${km} km from ${place}`),
  noPlace: 'no position',
  officeOf: (code) => `office ${code}`,
  relieves: (device) => `relieves ${device}`,
  table: (count) => `Positions, in order (${count})`,
  columns: {
    time: 'Date and time (UTC)',
    device: 'Device',
    place: 'Latitude, longitude',
    speed: 'km/h',
    battery: 'Battery',
    lock: 'Seal',
    network: 'Told',
  },
  afterwards: 'stored',
  atOnce: 'at once',
  more: {
    alerts: (count) => `${someInEnglish(count, 'more alert', 'more alerts')} in exchange.ndjson.`,
    rows: (count) => `${someInEnglish(count, 'more position', 'more positions')} in exchange.ndjson.`,
    assignments: (count) =>
      `${someInEnglish(count, 'more assignment', 'more assignments')} in exchange.ndjson.`,
    unreadable: (count) =>
      `${someInEnglish(count, 'report that cannot be read or placed', 'reports that cannot be read or placed')}: see exchange.ndjson.`,
    devices: (count) => `${someInEnglish(count, 'more device is', 'more devices are')} not on the map.`,
    ahead: (count) =>
      `${someInEnglish(count, 'position', 'positions')} kept back by the platform: the clock of the device is ahead.`,
    outside: (count) =>
      `${someInEnglish(count, 'position', 'positions')} dated more than 15 days from the others: not in the strip.`,
  },
  outlines: 'Outlines of countries: Natural Earth 1:50,000,000, of no legal weight.',
};
