-- fr: Les files de remise n'ont pas de trou
-- en: Delivery queues have no gap
-- requirements: DLV-001 DLV-006
-- Positions in the queue of a seat were left out while later ones came. Explained: the seat confirmed them by pulling, or as
-- many were still waiting when the stack was last asked.
with step as (
  select stack, seat, cursor, lead(cursor) over (partition by stack, seat order by cursor) as following
  from (select distinct stack, seat, cursor from delivery where cursor is not null)
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
  end as explained
from gap g join queue_end q on q.stack = g.stack and q.seat = g.seat;
