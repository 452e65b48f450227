-- fr: Le registre porte tout message qui a pris effet
-- en: The ledger holds every message that took effect
-- requirements: LED-003 ORD-003 DLV-020
-- Somebody consulted the movement after the message had taken effect (it was delivered, or nothing was in process any more), and
-- the ledger did not show it; or did not know the movement at all.
with consulted as (
  select stack, movement, seat, begun_at, file, line, false as unknown from ledger_entry
  union all
  select stack, split_part(path, '/', 4), caller, begun_at, file, line, true
  from exchange where kind = 'query' and status = 404 and path like '/v0/movements/%'
)
select a.movement, [c.seat, a.sender] as seats, [a.message_id] as messages,
  case when c.unknown then 'le registre ne connaît pas le mouvement' else 'le registre consulté par ' || c.seat || ' ne porte pas « ' || t.french || ' » de ' || a.sender end as reason,
  null as explained
from consulted c
join act a on a.stack = c.stack and a.movement = c.movement and a.standing = 'in effect'
join settled s on s.stack = a.stack and s.sender = a.sender and s.message_id = a.message_id and s.settled_at < c.begun_at
join message_type t on t.code = a.wire_code
left join ledger_event e on e.stack = a.stack and e.file = c.file and e.line = c.line and e.sender = a.sender and e.message_id = a.message_id
where e.message_id is null;
