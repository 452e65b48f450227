-- fr: Rien n'est remis de ce que la pile a refusé ou retient
-- en: Nothing is delivered that the stack refused or holds back
-- requirements: ERR-008 RTE-009 ORD-002
-- A message that was refused in the answer, or later for the state of its movement, reached another seat all the same; or one
-- that waits for a version or for the release, and never took effect.
with held as (
  select stack, sender, message_id, 'refusé au dépôt' as standing from message where answered and not acknowledged
  union all
  select m.stack, m.sender, m.message_id, 'refusé au vu du mouvement' from message m
  join refusal r on r.stack = m.stack and r.sender = m.sender and r.message_id = m.message_id where m.acknowledged
  union all
  select stack, sender, message_id, 'en attente d''un autre message' from act where standing like 'waits%'
)
select d.movement, [d.seat, d.sender] as seats, [d.message_id] as messages,
  'un message de ' || d.sender || ' ' || h.standing || ' a été remis à ' || d.seat as reason, null as explained
from delivery d join held h on h.stack = d.stack and h.sender = d.sender and h.message_id = d.message_id;
