-- fr: Les remises sur un mouvement gardent leur ordre
-- en: Deliveries about a movement keep their order
-- requirements: DLV-003
-- exports need: cursors
-- A later message about a movement was tried at a seat before the earlier one was accepted. A dead letter holds up nobody.
with pushed as (
  select key, seat, stack, cursor, first_at, lag(received_at) over before as earlier_received_at, lag(key) over before as earlier,
    lag(cursor) over before as earlier_cursor
  from delivery where cursor is not null and movement_key is not null and not pulled
  window before as (partition by seat, movement_key order by cursor)
),
overtaken as (
  select * from pushed where earlier is not null and (earlier_received_at is null or first_at < earlier_received_at)
)
select m.movement, [p.seat] as seats, [e.message_id, m.message_id] as messages,
  p.seat || ' a vu le curseur ' || p.cursor || ' avant d''avoir accepté le curseur ' || p.earlier_cursor || ' du même mouvement' as reason,
  case when f.relates_to is not null or l.key is not null then 'dead-letter' end as explained
from overtaken p
join message m on m.key = p.key
join message e on e.key = p.earlier
left join (select distinct stack, relates_to from raised_finding where kind = 'dead-letter') f on f.stack = p.stack and f.relates_to = e.message_id
left join dead_letter l on l.stack = p.stack and l.seat = p.seat and l.key = p.earlier;
