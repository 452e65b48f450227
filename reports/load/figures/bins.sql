-- What happened in each bin; a message counts as acknowledged when its sender first heard so.
with tried as (
  select second // getvariable('bin_seconds') * getvariable('bin_seconds') as bin,
    count(*) filter (not is_question) as attempts,
    count(*) filter (not is_question and not acknowledged) as failed,
    count(*) filter (refused) as refused,
    count(*) filter (answered and message = 'Ledger') as answered
  from attempt where within group by all
),
heard as (
  select epoch_us(acknowledged_at) // 1000000 // getvariable('bin_seconds') * getvariable('bin_seconds') as bin, count(*) as acknowledged
  from acknowledgement where acknowledged_at between getvariable('window_from') and getvariable('window_until') group by all
)
select bin::double as bin, coalesce(attempts, 0)::integer as attempts, coalesce(failed, 0)::integer as failed,
  coalesce(refused, 0)::integer as refused, coalesce(answered, 0)::integer as answered, coalesce(acknowledged, 0)::integer as acknowledged
from tried full join heard using (bin) order by bin;
