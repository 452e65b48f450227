/** A measure by which a tracking platform judges what its devices report: a parameter with a default. */
export interface TrackingLimit {
  readonly name: string;
  readonly value: number;
  readonly unit: 'km' | 'km/h' | '%';
  readonly fr: string;
  readonly en: string;
  /** Document and clause, or `assumption`. */
  readonly source: string;
}

/** Every limit of the platform that is not a time; those in time are in `timers/timers.ts`. */
export const trackingLimits = {
  corridorHalfWidthKm: {
    name: 'corridorHalfWidthKm',
    value: 5,
    unit: 'km',
    fr: "distance à l'axe du corridor au-delà de laquelle le camion s'écarte de l'itinéraire",
    en: 'distance from the axis of the corridor beyond which the truck is off its itinerary',
    source: 'assumption',
  },
  officeZoneKm: {
    name: 'officeZoneKm',
    value: 3,
    unit: 'km',
    fr: "rayon de la zone d'un bureau de l'itinéraire",
    en: 'radius of the zone of an office on the itinerary',
    source: 'assumption',
  },
  overspeedKmh: {
    name: 'overspeedKmh',
    value: 90,
    unit: 'km/h',
    fr: 'vitesse au-delà de laquelle le camion roule trop vite',
    en: 'speed beyond which the truck is too fast',
    source: 'assumption',
  },
  convoyBreakKm: {
    name: 'convoyBreakKm',
    value: 10,
    unit: 'km',
    fr: 'distance au reste du convoi au-delà de laquelle le camion est séparé, pour les balises et plateformes qui connaissent les convois',
    en: 'distance from the rest of the convoy beyond which the truck has left it, for devices and platforms that know convoys',
    source: 'assumption',
  },
  lowBatteryPct: {
    name: 'lowBatteryPct',
    value: 20,
    unit: '%',
    fr: 'charge en dessous de laquelle la batterie est faible',
    en: 'charge below which the battery is low',
    source: 'assumption',
  },
} as const satisfies Record<string, TrackingLimit>;
