-- fr: Tout passage dans un ordre impossible est signalé
-- en: Every impossible order of passages is told
-- requirements: PAS-009 PAS-010
-- exports need: findings itineraries passage-times
-- A later office of the road was passed before an earlier one, by more than the 15 minutes that clocks may differ (P12), and no
-- finding `passage-order` was raised about the movement. Explained: the run was cut before the stack had nothing in process any more.
with road as (
  select movement_key, leg.office as office, max(leg.sequence) as sequence
  from (select movement_key, unnest(legs) as leg from itinerary qualify place = max(place) over (partition by movement_key))
  group by all
),
passage as (
  select a.key, a.movement_key, a.office, a.passed_at, r.sequence
  from act a join road r on r.movement_key = a.movement_key and r.office = a.office
  where a.wire_code = 'AT05' and a.standing = 'in effect' and a.outcome = 'PASSED'
),
-- The latest passage at an office before: a pair out of order shows there.
behind as (
  select *, max(passed_at) over (partition by movement_key order by sequence rows between unbounded preceding and 1 preceding) as latest_before
  from passage
),
pair as (
  select e.key as earlier, l.key as later, e.office as earlier_office, l.office as later_office, e.passed_at as earlier_at, l.passed_at as later_at
  from behind l join passage e on e.movement_key = l.movement_key and e.sequence < l.sequence
  where l.latest_before > l.passed_at + to_seconds(getvariable('passage_tolerance_seconds'))
    and e.passed_at > l.passed_at + to_seconds(getvariable('passage_tolerance_seconds'))
    and l.movement_key not in (select movement_key from raised_finding where kind = 'passage-order')
)
select l.movement, [e.sender, l.sender] as seats, [e.message_id, l.message_id] as messages,
  'passage à ' || later_office || ' le ' || strftime(later_at, '%Y-%m-%d %H:%M UTC') || ', avant ' || earlier_office || ' le '
    || strftime(earlier_at, '%Y-%m-%d %H:%M UTC') || ', sans constat' as reason,
  case when u.quiet_at < greatest(e.acknowledged_at, l.acknowledged_at) then 'interrupted' end as explained
from pair p join message e on e.key = p.earlier join message l on l.key = p.later
left join unfinished u on u.stack = l.stack;
