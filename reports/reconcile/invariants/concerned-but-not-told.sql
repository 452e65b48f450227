-- fr: Chaque administration concernée est informée
-- en: Each administration concerned is told
-- requirements: RTE-001 RTE-003 RTE-010 DLV-004 DLV-017
-- A message that the stack acknowledged and that took effect never reached a country that it concerns. Explained: the
-- stack still had it in the queue when it was last asked, the seat confirmed it by pulling, or nobody asked any more.
with owed as (
  select c.*, m.scenario, t.french
  from concerned c
  semi join observed_seat o on o.stack = c.stack and o.seat = c.country
  join message m on m.stack = c.stack and m.sender = c.sender and m.message_id = c.message_id
  join message_type t on t.code = c.wire_code
  where c.must
),
arrived as (
  select stack, seat, sender, message_id, bool_or(received_at is not null) as received, max(cursor) as cursor
  from delivery group by all
),
-- Nothing is tried at a seat about a movement while an earlier delivery about it is not accepted (binding 1).
held_up as (
  select distinct stack, seat, movement from delivery where received_at is null and movement is not null
),
missing as (
  select o.*, a.cursor, a.message_id is not null as attempted, q.asked_at, q.pending, q.dead_letters, q.processing, q.confirmed_to,
    q.unseen, count(*) filter (a.message_id is null) over (partition by o.stack, o.country) as never_attempted,
    h.movement is not null as held_up,
    o.message_id in (select message_id from dead_letter l where l.stack = o.stack and l.seat = o.country) as dead
  from owed o
  left join arrived a on a.stack = o.stack and a.seat = o.country and a.sender = o.sender and a.message_id = o.message_id
  left join held_up h on h.stack = o.stack and h.seat = o.country and h.movement = o.movement
  join queue_end q on q.stack = o.stack and q.seat = o.country
  where not coalesce(a.received, false)
)
select movement, [country] as seats, [message_id] as messages,
  country || case when attempted then ' n''a jamais accepté « ' else ' n''a jamais reçu « ' end || french || ' » de ' || sender as reason,
  case
    when attempted and cursor <= confirmed_to then 'confirmed'
    when dead then 'queued'
    when attempted and (pending + dead_letters > 0 or asked_at is null or asked_at < since) then 'queued'
    when not attempted and held_up and (asked_at is null or asked_at < since) then 'queued'
    when not attempted and never_attempted <= unseen then 'queued'
    when scenario is not null and (asked_at is null or asked_at < since or processing > 0) then 'not-drained'
  end as explained
from missing
union all
select movement, [sender], [message_id], 'le corps du message de ' || sender || ' n''est pas conservé: ses destinataires ne sont pas connus', 'body-not-kept'
from message where acknowledged and wire_code is null;
