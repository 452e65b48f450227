-- fr: Les files de remise n'ont pas de trou
-- en: Delivery queues have no gap
-- requirements: DLV-001 DLV-006
-- exports need: cursors
-- Positions in the queue of a seat were left out while later ones came. Explained: the seat confirmed them by pulling, as many
-- were still waiting when the stack was last asked, or nobody asked it any more.
with step as (
  select stack, seat, cursor, lead(cursor) over queue as following, lead(seen_at) over queue as seen_at
  from (select stack, seat, cursor, min(first_at) as seen_at from delivery where cursor is not null group by all)
  window queue as (partition by stack, seat order by cursor)
),
gap as (
  select *, following - cursor - 1 as missing, sum(following - cursor - 1) over (partition by stack, seat) as all_missing
  from step where following > cursor + 1
)
select null as movement, [g.seat] as seats, []::varchar[] as messages,
  'la file de ' || g.seat || ' saute ' || g.missing || ' position(s) entre les curseurs ' || g.cursor || ' et ' || g.following as reason,
  case
    when g.following - 1 <= q.confirmed_to then 'confirmed'
    when g.all_missing <= q.pending + q.dead_letters then 'queued'
    -- What follows it is later than the last that the stack said of its queue.
    when q.asked_at is null or q.asked_at < g.seen_at then 'not-drained'
  end as explained
from gap g join queue_end q on q.stack = g.stack and q.seat = g.seat;
