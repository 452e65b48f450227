-- fr: Rien n'est remis de ce que la pile a refusé ou retient
-- en: Nothing is delivered that the stack refused or holds back
-- requirements: ERR-008 RTE-009 ORD-002
-- exports need: deliveries submissions
-- A message that was refused in the answer, or later for the state of its movement, reached another seat all the same; or one
-- that waits for a version or for the release, and never took effect.
with held as (
  select key, 'refusé au dépôt' as standing from message where answered and not acknowledged
  union all
  select key, 'refusé au vu du mouvement' from message where acknowledged and refused
  union all
  select key, 'en attente d''un autre message' from act where standing like 'waits%'
)
select m.movement, [d.seat, m.sender] as seats, [m.message_id] as messages,
  'un message de ' || m.sender || ' ' || h.standing || ' a été remis à ' || d.seat as reason, null as explained
from held h join delivery d on d.key = h.key join message m on m.key = h.key;
