-- fr: Chaque message n'est remis qu'une fois en effet
-- en: Each message is delivered once in effect
-- requirements: RTE-003 RTE-004 KEY-002 DLV-001
-- One message stands twice in the queue of a seat, under two cursors; or one cursor stands for two messages. A new attempt
-- repeats the cursor: that is no second delivery.
select any_value(movement) as movement, [seat] as seats, [message_id] as messages,
  seat || ' a le même message ' || count(distinct cursor) || ' fois dans sa file (curseurs ' || string_agg(distinct cursor, ', ' order by cursor) || ')' as reason,
  null as explained
from delivery where cursor is not null
group by stack, seat, sender, message_id having count(distinct cursor) > 1
union all
select any_value(movement), [seat], list(message_id order by message_id),
  seat || ' a reçu ' || count(*) || ' messages sous le même curseur ' || cursor, null
from delivery where cursor is not null
group by stack, seat, cursor having count(*) > 1;
