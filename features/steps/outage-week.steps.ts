import { type DataTable, When } from '@cucumber/cucumber';
import { rowsOf } from '../support/columns.ts';
import { momentOfWeek, playWeek, whoFails } from '../support/outage-week.ts';
import { LONGEST_PAUSE_S, letRetriesPass } from '../support/outages.ts';
import type { CorridorWorld } from '../support/world.ts';

const AT_ONCE = '-';

When(
  'une semaine passe, {int} camions partant {corridor}, un chaque matin, avec ces pannes:',
  async function (this: CorridorWorld, trucks: number, corridor: string, table: DataTable) {
    const rows = rowsOf(table, {
      qui: whoFails,
      début: momentOfWeek,
      fin: (cell) => (cell === AT_ONCE ? undefined : momentOfWeek(cell)),
    });
    const outages = rows.map(({ qui: who, début: fromS, fin: untilS }) => ({ who, fromS, untilS }));
    await playWeek(this, corridor, trucks, outages);
    await letRetriesPass(this, LONGEST_PAUSE_S);
  },
);
