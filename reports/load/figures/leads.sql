-- By how much a country had the transit notice before the truck: from the first time that it had the notice of a movement to the first
-- submission of its own BorderPassage at entry of that movement. On the road this takes
--   ms of the run / msOfRunPerMs * journeysShortenedBy,
-- since a plan is played in less time than it lasts and its journeys are shorter than real ones; given in ms of the road.
-- A seat that had other deliveries and this notice never is as late as the end of the evidence: at least that.
with came as (
  select movement_key, country, min(begun_at) as came_at from attempt
  where wire_code = 'AT05' and direction = 'ENTRY' and movement_key is not null and not is_question group by all
),
noticed as (
  select movement_key, any_value(country) as country from attempt where wire_code = 'AT01' and acknowledged group by movement_key
),
told as (
  select movement_key, country, min(arrived_at) as told_at from arrival where wire_code = 'AT01' group by all
),
ends as (select max(begun_at) as end_at from exchange where within),
lead_time as (
  select c.country,
    round(greatest(least((epoch_us(c.came_at) - epoch_us(coalesce(t.told_at, e.end_at))) / 1000.0 * getvariable('road_ms_per_ms'),
      getvariable('longest')), -getvariable('longest')))::bigint as road_ms
  from came c
  join noticed n on n.movement_key = c.movement_key and n.country <> c.country
  cross join ends e
  left join told t on t.movement_key = c.movement_key and t.country = c.country
  where c.country in (select country from arrival)
),
grouped as (
  select country, road_ms < 0 as is_behind, alike(abs(road_ms), getvariable('bits')) as value, count(*) as n, max(abs(road_ms)) as most
  from lead_time group by all
)
select country, is_behind as "isBehind", list(value::double) as "values", list(n::double) as counts, max(most)::double as most
from grouped group by all order by country, is_behind;
