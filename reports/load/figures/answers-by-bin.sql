-- Answer times of submissions by the bin in which they left, us.
with grouped as (
  select second // getvariable('bin_seconds') * getvariable('bin_seconds') as bin, alike(took_us, getvariable('bin_bits')) as value,
    count(*) as n, max(took_us) as most
  from attempt where within and not is_question and took_us is not null group by all
)
select bin::double as bin, list(value::double) as "values", list(n::double) as counts, max(most)::double as most from grouped group by bin;
