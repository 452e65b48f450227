-- fr: Le registre porte tout message qui a pris effet
-- en: The ledger holds every message that took effect
-- requirements: LED-003 ORD-003 DLV-020
-- exports need: ledger
-- Somebody consulted the movement after the message had taken effect (it was delivered, or nothing was in process any more), and
-- the ledger did not show it; or did not know the movement at all.
select a.movement, [c.seat, a.sender] as seats, [a.message_id] as messages,
  case when c.status = 404 then 'le registre ne connaît pas le mouvement'
    else 'le registre consulté par ' || c.seat || ' ne porte pas « ' || t.french || ' » de ' || a.sender end as reason,
  null as explained
from ledger_entry c
join act a on a.movement_key = c.movement_key
join settled s on s.key = a.key
join message_type t on t.code = a.wire_code
anti join ledger_event e on e.key = a.key and e.file = c.file and e.line = c.line
where a.standing = 'in effect' and s.settled_at < c.begun_at;
