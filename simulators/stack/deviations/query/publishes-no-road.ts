import { defineDeviation } from '../deviation.ts';

/** The ledger publishes neither corridor nor countries nor time limit. */
export default defineDeviation({
  name: 'publishes-no-road',
  violates: ['LED-001'],
  why: 'the entry is made for the office of departure, which knows the road',
  onPublish: (body) => {
    const { corridor: _, countries: __, limitDate: ___, ...rest } = body;
    return 'transitReference' in body ? rest : body;
  },
});
