-- fr: Tout passage manquant à l'arrivée est signalé
-- en: Every passage that is missing at arrival is told
-- requirements: ARR-004 ARR-005
-- exports need: findings itineraries arrivals
-- The truck arrived, an office of passage of its road had told nothing by then, and no finding `passage-missing` names that office (P13). Explained: the
-- run was cut before the stack had nothing in process any more.
with arrival as (
  select a.stack, a.movement_key, a.movement, a.message_id, a.effect_from, greatest(a.acknowledged_at, a.effect_from) as effect_until
  from act a semi join whole_movement w on w.movement_key = a.movement_key
  where a.wire_code = 'AT07' and a.standing = 'in effect'
),
border as (
  select movement_key, leg.office as office, leg.country as country, effect_from, replaced_at
  from (select movement_key, effect_from, replaced_at, unnest(legs) as leg from itinerary) where leg.role in ('EXIT', 'ENTRY')
),
passed as (
  select movement_key, office, min(effect_from) as passed_from from act
  where wire_code = 'AT05' and standing = 'in effect' and outcome = 'PASSED' group by all
)
select a.movement, [b.country] as seats, [a.message_id] as messages,
  'arrivée sans passage enregistré au bureau ' || b.office || ', sans constat' as reason,
  case when u.quiet_at < a.effect_until then 'interrupted' end as explained
from arrival a
join border b on b.movement_key = a.movement_key
left join unfinished u on u.stack = a.stack
left join passed p on p.movement_key = b.movement_key and p.office = b.office
anti join (select movement_key, office from raised_finding where kind = 'passage-missing') f on f.movement_key = a.movement_key and f.office = b.office
where b.effect_from <= a.effect_from and coalesce(b.replaced_at, a.effect_from) >= a.effect_from
  and (p.passed_from is null or p.passed_from > a.effect_until);
