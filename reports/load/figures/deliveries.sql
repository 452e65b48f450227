-- Delivery delay by country, us: from the answer that acknowledged a message to the first time that the country had it.
-- 0 where it had it before the answer came back. What never came is no delay: reconciling finds it.
with delay as (
  select a.country, least(greatest(0, epoch_us(a.arrived_at) - epoch_us(k.acknowledged_at)), getvariable('longest')) as delay_us
  from arrival a join acknowledgement k on k.key = a.key
),
grouped as (
  select country, alike(delay_us, getvariable('bits')) as value, count(*) as n, max(delay_us) as most from delay group by all
)
select country, list(value::double) as "values", list(n::double) as counts, max(most)::double as most
from grouped group by country order by country;
