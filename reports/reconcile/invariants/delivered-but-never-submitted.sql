-- fr: Rien n'est remis qui n'ait été déposé
-- en: Nothing is delivered that was not submitted
-- requirements: RTE-001 ENV-009
-- A seat received, in the name of another whose own traffic is in the evidence, a message that this one never submitted. What
-- the hub composes under its own name is not meant. Explained: a sender writes down what it sent once it has the answer, so that a
-- run that was cut may lack the last of it.
select m.movement, [d.seat, m.sender] as seats, [m.message_id] as messages,
  d.seat || ' a reçu au nom de ' || m.sender || ' un message que ' || m.sender || ' n''a jamais déposé' as reason,
  case when d.first_at >= u.unrecorded_from then 'interrupted' end as explained
from message m join delivery d on d.key = m.key left join unrecorded u on u.stack = m.stack
where not m.submitted and (m.stack, m.sender) in (select (stack, seat) from observed_seat);
