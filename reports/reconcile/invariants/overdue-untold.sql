-- fr: Tout délai de route dépassé est signalé
-- en: Every passed time limit is told
-- requirements: ENQ-001 ENQ-002 TIM-008
-- exports need: findings hub-clock limits
-- By the clock of the stack the time limit passed while the truck had neither arrived nor been accounted for, and no finding
-- `overdue` was raised. A minute is left for the timer to fire. What waited for the release counts from the release on. Explained:
-- the run was cut before the stack had nothing in process any more.
select m.movement, [m.departure] as seats, [m.notice] as messages,
  'délai de route du ' || strftime(limit_at, '%Y-%m-%d %H:%M UTC') || ' dépassé sans constat de retard' as reason,
  case when u.quiet_at < greatest(limit_at, released_at) + interval 60 second then 'interrupted' end as explained
from movement m
join clock c on c.stack = m.stack
left join unfinished u on u.stack = m.stack
semi join whole_movement w on w.movement_key = m.movement_key
where released_at is not null and limit_at < c.hub_now - interval 60 second
  and coalesce(arrived_at, c.hub_now) > greatest(limit_at, released_at) and coalesce(ended_at, c.hub_now) > limit_at
  and m.movement_key not in (select movement_key from raised_finding where kind = 'overdue');
