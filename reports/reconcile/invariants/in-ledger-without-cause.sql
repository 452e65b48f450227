-- fr: Le registre ne porte que ce qui a été déposé et accepté
-- en: The ledger holds nothing that was not submitted and accepted
-- requirements: LED-003 ERR-008 ERR-015 KEY-002
-- An event of the ledger is a message that its sender never submitted, or that was refused; or the same message stands there twice.
-- Explained: a run that was cut may lack the submissions that had no answer yet.
with entered as (
  select key, file, line, any_value(movement) as movement, any_value(seat) as seat, any_value(stack) as stack, any_value(sender) as sender,
    any_value(message_id) as message_id, min(received_at) as received_at, count(*) as times
  from ledger_event group by key, file, line
)
select e.movement, [e.seat, e.sender] as seats, [e.message_id] as messages,
  case when not coalesce(m.submitted, false) then 'le registre porte un message que ' || e.sender || ' n''a jamais déposé'
    when e.times > 1 then 'le registre porte deux fois le message de ' || e.sender
    else 'le registre porte un message refusé de ' || e.sender end as reason,
  case when not coalesce(m.submitted, false) and e.times = 1 and e.received_at >= u.unrecorded_from then 'interrupted' end as explained
from entered e
semi join observed_seat o on o.stack = e.stack and o.seat = e.sender
left join message m on m.key = e.key
left join unrecorded u on u.stack = e.stack
where not coalesce(m.submitted, false) or e.times > 1 or m.answered and not m.acknowledged or m.refused;
