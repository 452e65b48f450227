import type { MachineName } from '../model/machines.ts';

/** What reports say of state machines and what a run went through of them, in one language. */
export interface MachinesTexts {
  readonly heading: string;
  readonly caption: string;
  readonly machine: string;
  readonly states: string;
  readonly transitions: string;
  readonly legend: string;
  readonly summary: (count: number, total: number) => string;
  readonly missed: (count: number) => string;
  readonly titles: Readonly<Record<MachineName, string>>;
  /** Where an arrow of a picture begins that several states have in common. */
  readonly eachOfThese: string;
}

/** State machines, in French. */
export const machinesInFrench: MachinesTexts = {
  heading: 'États et transitions parcourus',
  caption: 'Parcourus, sur ce que le profil prévoit',
  machine: 'Automate',
  states: 'États',
  transitions: 'Transitions',
  legend:
    "D'après les messages échangés. Trait plein vert : parcouru ; trait plein ocre : en partie ; pointillé : pas vu.",
  summary: (count, total) => `${count} transitions parcourues sur ${total}.`,
  missed: (count) => (count === 1 ? 'Une transition pas vue' : `${count} transitions pas vues`),
  titles: {
    HUB: 'Le mouvement au registre du hub',
    TRA: 'Le mouvement au bureau de passage',
    DES: 'Le mouvement au bureau de destination',
    GUA: 'La garantie au registre',
  },
  eachOfThese: 'chacun de ces états',
};

/** State machines, in English. */
export const machinesInEnglish: MachinesTexts = {
  heading: 'States and transitions visited',
  caption: 'Visited, of what the profile has',
  machine: 'State machine',
  states: 'States',
  transitions: 'Transitions',
  legend: 'By the messages exchanged. Solid green: visited; solid ochre: in part; dashed: not seen.',
  summary: (count, total) => `${count} transitions visited of ${total}.`,
  missed: (count) => (count === 1 ? 'One transition not seen' : `${count} transitions not seen`),
  titles: {
    HUB: 'The movement in the ledger of the hub',
    TRA: 'The movement at an office of passage',
    DES: 'The movement at the office of destination',
    GUA: 'The guarantee in the register',
  },
  eachOfThese: 'each of these states',
};
