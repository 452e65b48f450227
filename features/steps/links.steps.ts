import { type DataTable, defineParameterType, When } from '@cucumber/cucumber';
import type { LinkFault } from '../../simulators/links/index.ts';
import { rowsOf } from '../support/columns.ts';
import { durationIn } from '../support/duration-words.ts';
import { faultTold, LINK_FAULT } from '../support/links/fault-words.ts';
import { LINK, linkNamed, type NamedLink, seatOf } from '../support/links/seat-words.ts';
import { LONGEST_PAUSE_S, letRetriesPass } from '../support/outages.ts';
import type { CorridorWorld } from '../support/world.ts';

/** `avec le Niger`, `du hub vers le Niger`, `du Niger vers le hub`. */
defineParameterType({ name: 'link', regexp: new RegExp(LINK), transformer: linkNamed });

/** What befalls a link: `est coupée`, `est lente de 400 ms`, `perd les réponses, 2 fois`. */
defineParameterType({ name: 'link_fault', regexp: new RegExp(LINK_FAULT), transformer: faultTold });

When(
  'la liaison {link} {link_fault}',
  async function (this: CorridorWorld, link: NamedLink, fault: LinkFault) {
    await this.links.declare([{ seat: seatOf(link), way: link.way, fault }]);
  },
);

When(
  'la liaison {link} {link_fault} pendant {duration}',
  async function (this: CorridorWorld, link: NamedLink, fault: LinkFault, forSeconds: number) {
    await this.links.declare([{ seat: seatOf(link), way: link.way, fault, forSeconds }]);
  },
);

When('la liaison {link} est rétablie', async function (this: CorridorWorld, link: NamedLink) {
  await this.links.mend(seatOf(link));
  await letRetriesPass(this, LONGEST_PAUSE_S);
});

When('les réponses {country} se perdent', async function (this: CorridorWorld, seat: string) {
  await this.links.declare([{ seat, way: 'toSeat', fault: { name: 'lost-answer' } }]);
});

When('les liaisons ont les défauts suivants:', async function (this: CorridorWorld, table: DataTable) {
  const rows = rowsOf(table, { début: durationIn, durée: durationIn, liaison: linkNamed, défaut: faultTold });
  await this.links.declare(
    rows.map((row) => ({
      seat: seatOf(row.liaison),
      way: row.liaison.way,
      fault: row.défaut,
      afterSeconds: row.début,
      forSeconds: row.durée,
    })),
  );
});
