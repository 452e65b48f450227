-- Minutes by which the data came before the truck, by corridor and country: from the first time that the country received the
-- transit notice to the truck's presentation at its first office of passage there. Negative: the truck was faster.
with told as (
  select d.stack, d.movement, d.seat, min(d.received_at) as told_at
  from delivery d where d.wire_code = 'AT01' and d.received_at is not null group by all
),
came as (
  select a.stack, a.movement, a.sender as country, min(a.presented_at) as came_at
  from act a where a.wire_code = 'AT05' and a.standing = 'in effect' and a.direction = 'ENTRY' group by all
),
lead_time as (
  select coalesce(i.corridor, '?') as corridor, c.country, epoch(c.came_at - t.told_at) / 60 as minutes
  from came c
  join told t on t.stack = c.stack and t.movement = c.movement and t.seat = c.country
  left join (select stack, movement, arg_max(corridor, place) as corridor from itinerary group by all) i on i.stack = c.stack and i.movement = c.movement
)
select corridor, country, count(*)::integer as count,
  round(quantile_cont(minutes, 0.5), 1) as "medianMin", round(quantile_cont(minutes, 0.9), 1) as "p90Min"
from lead_time where minutes is not null
group by all order by all;
