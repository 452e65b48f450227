import { defineRule, type PayloadOf, type RuleFault } from './rule.ts';

/** R07: containers are listed when goods travel in containers, and only then; items name listed ones. */
export const containers = defineRule({
  id: 'R07',
  fr: 'Les conteneurs sont nommés si les marchandises voyagent en conteneur, et alors seulement ; chacun une fois ; un article ne cite que ceux de la liste.',
  en: 'Containers are named if, and only if, the goods travel in containers; each once; an item cites only those listed.',
  pointer: '/payload/containers, /payload/containers/N/number, /payload/items/N/containers/N',
  source: 'draft message set R07; NCTS C0872; SAD box 19',
  checks: { TransitNotice: faultsOf },
});

function faultsOf(notice: PayloadOf<'TransitNotice'>): RuleFault[] {
  const faults: RuleFault[] = [];
  if (notice.containerised !== notice.containers.length > 0) {
    const reason = notice.containerised
      ? 'en conteneur, mais aucun conteneur nommé'
      : 'hors conteneur, mais des conteneurs nommés';
    faults.push({ pointer: '/payload/containers', reason });
  }
  const listed = new Set<string>();
  notice.containers.forEach(({ number }, index) => {
    if (listed.has(number)) {
      faults.push({
        pointer: `/payload/containers/${index}/number`,
        reason: `${number} est déjà dans la liste`,
      });
    }
    listed.add(number);
  });
  notice.items.forEach((item, itemIndex) => {
    item.containers?.forEach((number, index) => {
      if (listed.has(number)) return;
      const pointer = `/payload/items/${itemIndex}/containers/${index}`;
      faults.push({ pointer, reason: `${number} n'est pas dans la liste des conteneurs` });
    });
  });
  return faults;
}
