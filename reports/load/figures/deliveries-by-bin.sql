-- The same by the bin in which the message was acknowledged.
with delay as (
  select a.country, least(greatest(0, epoch_us(a.arrived_at) - epoch_us(k.acknowledged_at)), getvariable('longest')) as delay_us,
    epoch_us(k.acknowledged_at) // 1000000 // getvariable('bin_seconds') * getvariable('bin_seconds') as bin
  from arrival a join acknowledgement k on k.key = a.key
  where k.acknowledged_at between getvariable('window_from') and getvariable('window_until')
),
grouped as (
  select bin, country, alike(delay_us, getvariable('bin_bits')) as value, count(*) as n, max(delay_us) as most from delay group by all
)
select bin::double as bin, country, list(value::double) as "values", list(n::double) as counts, max(most)::double as most
from grouped group by bin, country;
