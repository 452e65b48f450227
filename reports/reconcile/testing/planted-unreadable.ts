import { GUARANTEE, SECOND } from './honest-books.ts';
import { added, answerText, delivered, one } from './plant.ts';
import type { Planted } from './planted.ts';

/** Violations by what nobody can read. */
export const plantedUnreadable: Readonly<Record<'unreadable-book' | 'unreadable-delivery', Planted>> = {
  'unreadable-book': {
    what: 'the register tells its available amount twice',
    plant: (honest) =>
      answerText(honest, `/v0/guarantees/${GUARANTEE}`, (text) =>
        text.replace(/\}$/, ',"availableAmount":62000000}'),
      ),
    movement: null,
    seats: ['TG'],
    messages: [],
  },
  'unreadable-delivery': {
    what: 'the second movement is told to Mali in what is no JSON',
    plant: (honest) =>
      added(honest, {
        ...delivered(one(honest, { kind: 'submit', code: 'AT01', about: SECOND }), 'ML'),
        body: '{"x":1,',
      }),
    movement: null,
    seats: ['ML'],
    messages: [],
  },
};
