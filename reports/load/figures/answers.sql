-- Attempts by message and country, and the answer times of those that were answered, us.
with counted as (
  select message, country, is_question, count(*) as attempts, count(*) filter (acknowledged or answered) as acknowledged,
    count(*) filter (refused) as refused
  from attempt group by all
),
grouped as (
  select message, country, is_question, alike(took_us, getvariable('bits')) as value, count(*) as n, max(took_us) as most
  from attempt where took_us is not null group by all
),
timed as (
  select message, country, is_question, list(value::double) as "values", list(n::double) as counts, max(most)::double as most
  from grouped group by all
)
select message, country, is_question as "isQuestion", attempts::integer as attempts, acknowledged::integer as acknowledged,
  refused::integer as refused, "values", counts, most
from counted left join timed using (message, country, is_question)
order by is_question, message, country;
