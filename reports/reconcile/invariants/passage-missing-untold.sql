-- fr: Tout passage manquant à l'arrivée est signalé
-- en: Every passage that is missing at arrival is told
-- requirements: ARR-004 ARR-005
-- The truck arrived, an office of passage of its road had told nothing by then, and no finding `passage-missing` names that office (P13).
with arrival as (
  select a.stack, a.movement, a.sender, a.message_id, a.sent_at, a.acknowledged_at, a.effect_from from act a
  where a.wire_code = 'AT07' and a.standing = 'in effect'
),
border as (
  select stack, movement, leg.office as office, leg.country as country, effect_from, replaced_at
  from (select *, unnest(legs) as leg from itinerary) where leg.role in ('EXIT', 'ENTRY')
)
select a.movement, [b.country] as seats, [a.message_id] as messages,
  'arrivée sans passage enregistré au bureau ' || b.office || ', sans constat' as reason, null as explained
from arrival a
semi join whole_movement w on w.stack = a.stack and w.movement = a.movement
join border b on b.stack = a.stack and b.movement = a.movement
  and b.effect_from <= a.effect_from and coalesce(b.replaced_at, a.effect_from) >= a.effect_from
anti join act p on p.stack = a.stack and p.movement = a.movement and p.wire_code = 'AT05' and p.standing = 'in effect'
  and p.outcome = 'PASSED' and p.office = b.office and p.effect_from <= greatest(a.acknowledged_at, a.effect_from)
anti join raised_finding f on f.stack = a.stack and f.movement = a.movement and f.kind = 'passage-missing' and f.office = b.office;
