-- Minutes by which the data came before the truck, by corridor and country: from the first time that the country received the
-- transit notice to the truck's presentation at its first office of passage there. Negative: the truck was faster.
with told as (
  select movement_key, seat, min(received_at) as told_at from delivery where wire_code = 'AT01' and received_at is not null group by all
),
came as (
  select movement_key, sender as country, min(presented_at) as came_at
  from act where standing = 'in effect' and direction = 'ENTRY' and presented_at is not null group by all
)
select coalesce(m.corridor, '?') as corridor, c.country, count(*)::integer as count,
  round(quantile_cont(epoch(came_at - told_at) / 60, 0.5), 1) as "medianMin",
  round(quantile_cont(epoch(came_at - told_at) / 60, 0.9), 1) as "p90Min"
from came c
join told t on t.movement_key = c.movement_key and t.seat = c.country
join movement m on m.movement_key = c.movement_key
group by all order by all;
