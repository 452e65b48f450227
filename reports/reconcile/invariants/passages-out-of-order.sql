-- fr: Tout passage dans un ordre impossible est signalé
-- en: Every impossible order of passages is told
-- requirements: PAS-009 PAS-010
-- A later office of the road was passed before an earlier one, by more than the 15 minutes that clocks may differ (P12), and no
-- finding `passage-order` was raised about the movement.
with road as (
  select stack, movement, leg.office as office, max(leg.sequence) as sequence
  from (select stack, movement, unnest(legs) as leg from itinerary qualify place = max(place) over (partition by stack, movement))
  group by all
),
passage as (
  select a.stack, a.movement, a.sender, a.message_id, a.office, a.passed_at, r.sequence
  from act a join road r on r.stack = a.stack and r.movement = a.movement and r.office = a.office
  where a.wire_code = 'AT05' and a.standing = 'in effect' and a.outcome = 'PASSED'
)
select later.movement, [earlier.sender, later.sender] as seats, [earlier.message_id, later.message_id] as messages,
  'passage à ' || later.office || ' le ' || strftime(later.passed_at, '%Y-%m-%d %H:%M UTC') || ', avant ' || earlier.office || ' le '
    || strftime(earlier.passed_at, '%Y-%m-%d %H:%M UTC') || ', sans constat' as reason,
  null as explained
from passage earlier
join passage later on later.stack = earlier.stack and later.movement = earlier.movement and later.sequence > earlier.sequence
anti join raised_finding f on f.stack = earlier.stack and f.movement = earlier.movement and f.kind = 'passage-order'
where earlier.passed_at > later.passed_at + to_seconds(getvariable('passage_tolerance_seconds'));
