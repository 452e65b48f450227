-- fr: Le registre ne porte que ce qui a été déposé et accepté
-- en: The ledger holds nothing that was not submitted and accepted
-- requirements: LED-003 ERR-008 ERR-015 KEY-002
-- An event of the ledger is a message that its sender never submitted, or that was refused; or the same message stands there twice.
select e.movement, [e.seat, e.sender] as seats, [e.message_id] as messages,
  case when m.message_id is null then 'le registre porte un message que ' || e.sender || ' n''a jamais déposé'
    when count(*) > 1 then 'le registre porte deux fois le message de ' || e.sender
    else 'le registre porte un message refusé de ' || e.sender end as reason,
  null as explained
from ledger_event e
semi join observed_seat o on o.stack = e.stack and o.seat = e.sender
left join message m on m.stack = e.stack and m.sender = e.sender and m.message_id = e.message_id
left join refusal r on r.stack = e.stack and r.sender = e.sender and r.message_id = e.message_id
group by e.stack, e.movement, e.seat, e.sender, e.message_id, e.file, e.line, m.message_id, m.answered, m.acknowledged, r.message_id
having m.message_id is null or count(*) > 1 or m.answered and not m.acknowledged or r.message_id is not null;
