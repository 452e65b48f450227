-- Minutes by which the data came before the truck, by corridor and country: from the first time that the country received the
-- transit notice to the truck's presentation at its first office of passage there. Negative: the truck was faster.
-- The notice is received by the clock of the evidence, and the truck presented by the date that its country declares. They are one
-- clock only where nobody declares a truck at the border before its notice was even composed: drawn journeys do. Where one does,
-- the whole line cannot be given (`medianMin` null), rather than of those that happen to look well.
with told as (
  select movement_key, seat, min(received_at) as told_at from delivery where wire_code = 'AT01' and received_at is not null group by all
),
composed as (
  -- An export may leave out when a message was composed: it was when it was sent, at the latest.
  select movement_key, min(coalesce(prepared_at, case when exported then sent_at end)) as composed_at from message where wire_code = 'AT01' group by all
),
came as (
  select movement_key, sender as country, min(presented_at) as came_at
  from act where standing = 'in effect' and direction = 'ENTRY' and presented_at is not null group by all
),
lead_time as (
  select coalesce(m.corridor, '?') as corridor, c.country, count(*)::integer as count,
    bool_and(came_at >= composed_at) as of_one_clock,
    round(quantile_cont(epoch(came_at - told_at) / 60, 0.5), 1) as "medianMin",
    round(quantile_cont(epoch(came_at - told_at) / 60, 0.9), 1) as "p90Min"
  from came c
  join told t on t.movement_key = c.movement_key and t.seat = c.country
  join composed p on p.movement_key = c.movement_key
  join movement m on m.movement_key = c.movement_key
  group by all
)
select corridor, country, count, case when of_one_clock then "medianMin" end as "medianMin", case when of_one_clock then "p90Min" end as "p90Min"
from lead_time order by all;
