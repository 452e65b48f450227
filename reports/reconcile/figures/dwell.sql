-- Minutes from the counter to the barrier, by corridor and office of passage (P11).
select coalesce(i.corridor, '?') as corridor, a.office as office, count(*)::integer as count,
  round(quantile_cont(m.minutes, 0.5), 1) as "medianMin", round(quantile_cont(m.minutes, 0.9), 1) as "p90Min"
from act a
cross join lateral (select epoch(a.passed_at - a.presented_at) / 60 as minutes) m
left join (select stack, movement, arg_max(corridor, place) as corridor from itinerary group by all) i on i.stack = a.stack and i.movement = a.movement
where a.wire_code = 'AT05' and a.standing = 'in effect' and a.outcome = 'PASSED' and m.minutes is not null
group by all order by all;
