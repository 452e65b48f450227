-- Minutes from the counter to the barrier, by corridor and office of passage (P11).
select coalesce(m.corridor, '?') as corridor, a.office as office, count(*)::integer as count,
  round(quantile_cont(epoch(a.passed_at - a.presented_at) / 60, 0.5), 1) as "medianMin",
  round(quantile_cont(epoch(a.passed_at - a.presented_at) / 60, 0.9), 1) as "p90Min"
from act a join movement m on m.movement_key = a.movement_key
where a.standing = 'in effect' and a.outcome = 'PASSED' and a.passed_at is not null and a.presented_at is not null
group by all order by all;
