-- fr: Toute remise et tout accusé de réception se lisent
-- en: Every delivery and acknowledgement can be read
-- requirements: DLV-001 ENV-003 ENV-004
-- exports need: wire
-- A delivery is no message, or carries no position in the queue, or a submission was acknowledged by what nobody can read: what it
-- says cannot be held against any book, and must not vanish for that. What our own seats send is not meant.
select movement, case kind when 'deliver' then [callee] else [caller] end as seats,
  case when message_id is null then [] else [message_id] end as messages,
  case what
    when 'message' then callee || ' a reçu ce qui n''est pas un message lisible' || coalesce(' (curseur ' || cursor || ')', '')
    when 'cursor' then callee || ' a reçu une remise sans curseur lisible'
    else 'l''accusé de réception donné à ' || caller || ' est illisible' end as reason,
  null as explained
from unreadable;
