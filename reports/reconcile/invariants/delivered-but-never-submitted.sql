-- fr: Rien n'est remis qui n'ait été déposé
-- en: Nothing is delivered that was not submitted
-- requirements: RTE-001 ENV-009
-- A seat received, in the name of another whose own traffic is in the evidence, a message that this one never submitted. What
-- the hub composes under its own name is not meant.
select d.movement, [d.seat, d.sender] as seats, [d.message_id] as messages,
  d.seat || ' a reçu au nom de ' || d.sender || ' un message que ' || d.sender || ' n''a jamais déposé' as reason, null as explained
from delivery d
semi join observed_seat o on o.stack = d.stack and o.seat = d.sender
anti join message m on m.stack = d.stack and m.sender = d.sender and m.message_id = d.message_id;
