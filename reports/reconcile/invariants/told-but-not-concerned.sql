-- fr: Aucune administration n'est informée d'un mouvement qui ne la concerne pas
-- en: No administration is told of a movement that does not concern it
-- requirements: RTE-002 RTE-005 RTE-007
-- exports need: deliveries itineraries
-- A country off the road received a message of the movement, a finding or an answer about it; or a sender its own
-- message; or somebody else what was meant for one seat alone (P01, P02).
-- That it gave one identifier to two contents is told to a sender wherever it is.
with reused_by as (
  select f.key, own.sender from message f join message own on own.stack = f.stack and own.message_id = f.said[2]
  where f.wire_code = 'AT93' and f.sender = 'hub' and f.said[1] = 'duplicate-id'
),
stranger as (
  select d.key, d.seat
  from delivery d
  anti join concerned c on c.key = d.key and c.country = d.seat
  join message m on m.key = d.key
  where m.acknowledged and not m.refused and m.wire_code is distinct from 'AT17'
    and (m.recipient <> 'route' or (d.key in (select key from act where standing = 'in effect')
      and m.movement_key in (select movement_key from ever_on_road)))
  union all
  -- A platform may live in the process of the stack: its events are seen when they arrive.
  select d.key, d.seat
  from delivery d
  anti join concerned c on c.key = d.key and c.country = d.seat
  join message m on m.key = d.key
  where m.wire_code = 'AT17' and (m.acknowledged or not m.submitted) and not m.refused
    and m.movement_key in (select movement_key from ever_on_road)
  union all
  -- What the hub composes itself about a movement.
  select d.key, d.seat
  from told_by_hub t join delivery d on d.key = t.key
  anti join ever_on_road r on r.movement_key = t.movement_key and r.country = d.seat
  where t.movement_key in (select movement_key from ever_on_road) and d.seat not like 'TRK-%'
    and (t.key, d.seat) not in (select (key, sender) from reused_by)
)
select coalesce(m.movement, h.movement) as movement, [s.seat] as seats, [m.message_id] as messages,
  s.seat || ' a reçu « ' || t.french || ' » et n''est pas concerné' as reason, null as explained
from stranger s join message m on m.key = s.key join message_type t on t.code = m.wire_code
left join told_by_hub h on h.key = s.key;
