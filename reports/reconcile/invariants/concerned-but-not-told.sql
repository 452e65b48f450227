-- fr: Chaque administration concernée est informée
-- en: Each administration concerned is told
-- requirements: RTE-001 RTE-003 RTE-010 DLV-004 DLV-017
-- exports need: deliveries itineraries
-- A message that the stack acknowledged and that took effect never reached a country that it concerns. Explained: the
-- stack still had it in the queue when it was last asked, the seat confirmed it by pulling, the run was cut, nobody asked any more, or
-- the exports of the seat do not hold that moment.
with told as (
  select key, seat, bool_or(received_at is not null) as received, max(cursor) as cursor from delivery group by all
),
-- Nothing is tried at a seat about a movement while an earlier delivery about it is not accepted (binding 1).
held_up as (
  select distinct seat, movement_key from delivery where received_at is null and movement_key is not null
),
missing as (
  select c.key, c.country, c.since, t.cursor, t.key is not null as attempted
  from concerned c left join told t on t.key = c.key and t.seat = c.country
  where c.must and not coalesce(t.received, false)
),
counted as (
  select s.*, m.stack, m.movement, m.sender, m.message_id, m.scenario, y.french, q.asked_at, q.pending, q.dead_letters, q.processing,
    q.confirmed_to, q.unseen, h.seat is not null as held_up, l.key is not null as dead,
    count(*) filter (not attempted) over (partition by m.stack, s.country) as never_attempted
  from missing s
  join message m on m.key = s.key
  join message_type y on y.code = m.wire_code
  join queue_end q on q.stack = m.stack and q.seat = s.country
  left join held_up h on h.seat = s.country and h.movement_key = m.movement_key
  left join dead_letter l on l.stack = m.stack and l.seat = s.country and l.key = s.key
)
select movement, [country] as seats, [message_id] as messages,
  country || case when attempted then ' n''a jamais accepté « ' else ' n''a jamais reçu « ' end || french || ' » de ' || sender as reason,
  case
    when attempted and cursor <= confirmed_to then 'confirmed'
    when dead then 'queued'
    when attempted and (pending + dead_letters > 0 or asked_at is null or asked_at < since) then 'queued'
    when not attempted and held_up and (asked_at is null or asked_at < since) then 'queued'
    when not attempted and never_attempted <= unseen then 'queued'
    when not attempted and (since < p.covers_from or since > p.covers_until) then 'not-exported'
    when u.quiet_at < since then 'interrupted'
    when scenario is not null and (asked_at is null or asked_at < since or processing > 0) then 'not-drained'
  end as explained
from counted left join unfinished u on u.stack = counted.stack
left join export_period p on p.stack = counted.stack and p.seat = country and not p.sends
union all
select movement, [sender], [message_id], 'le corps du message de ' || sender || ' n''est pas conservé: ses destinataires ne sont pas connus', 'body-not-kept'
from message where acknowledged and wire_code is null;
