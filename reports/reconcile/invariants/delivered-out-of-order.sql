-- fr: Les remises sur un mouvement gardent leur ordre
-- en: Deliveries about a movement keep their order
-- requirements: DLV-003
-- A later message about a movement was tried at a seat before the earlier one was accepted. A dead letter holds up nobody.
with pushed as (
  select *, lag(received_at) over before as earlier_received_at, lag(message_id) over before as earlier_id, lag(cursor) over before as earlier_cursor
  from delivery where cursor is not null and movement is not null and not pulled
  window before as (partition by stack, seat, movement order by cursor)
)
select p.movement, [p.seat] as seats, [earlier_id, p.message_id] as messages,
  p.seat || ' a vu le curseur ' || p.cursor || ' avant d''avoir accepté le curseur ' || earlier_cursor || ' du même mouvement' as reason,
  case when raised.relates_to is not null or l.message_id is not null then 'dead-letter' end as explained
from pushed p
left join (select distinct stack, relates_to from raised_finding where kind = 'dead-letter') raised on raised.stack = p.stack and raised.relates_to = p.earlier_id
left join dead_letter l on l.stack = p.stack and l.seat = p.seat and l.message_id = p.earlier_id
where earlier_cursor is not null and (earlier_received_at is null or first_at < earlier_received_at);
