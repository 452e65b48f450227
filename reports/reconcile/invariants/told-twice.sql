-- fr: Chaque message n'est remis qu'une fois en effet
-- en: Each message is delivered once in effect
-- requirements: RTE-003 RTE-004 KEY-002 DLV-001
-- exports need: cursors
-- One message stands twice in the queue of a seat, under two cursors; or one cursor stands for two messages. A new attempt
-- repeats the cursor: that is no second delivery.
with twice as (
  select d.key, d.seat, count(*) as times, string_agg(d.cursor, ', ' order by d.cursor) as cursors
  from delivery d
  join (select key, seat from delivery where cursor is not null group by key, seat having count(*) > 1) t on t.key = d.key and t.seat = d.seat
  group by d.key, d.seat
),
shared as (
  select d.key, d.stack, d.seat, d.cursor from delivery d
  join (select stack, seat, cursor from delivery where cursor is not null group by all having count(*) > 1) s
    on s.stack = d.stack and s.seat = d.seat and s.cursor = d.cursor
)
select m.movement, [t.seat] as seats, [m.message_id] as messages,
  t.seat || ' a le même message ' || times || ' fois dans sa file (curseurs ' || cursors || ')' as reason, null as explained
from twice t join message m on m.key = t.key
union all
select any_value(m.movement), [s.seat], list(m.message_id order by m.message_id),
  s.seat || ' a reçu ' || count(*) || ' messages sous le même curseur ' || s.cursor, null
from shared s join message m on m.key = s.key
group by s.stack, s.seat, s.cursor;
