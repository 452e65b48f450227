-- fr: Tout T1 est apuré, clos, annulé ou en retard
-- en: Every T1 is discharged, closed, cancelled or overdue
-- requirements: LED-007 DIS-001 ENQ-001
-- exports need: ends
-- A movement was registered and has no end in the evidence: no discharge of all of it, no closing by hand, no cancellation.
-- Explained: its delay is told (overdue), its scenario stops there on purpose, or, when that is asked for or the run was
-- cut, its time limit still runs at the end of the evidence.
select m.movement, [m.departure] as seats, [m.notice] as messages,
  'aucune fin: ' || case when arrived_at is not null then 'le camion est arrivé et rien n''est apuré'
    when released_at is not null then 'le camion est parti, délai de route ' || coalesce(strftime(m.limit_at, '%Y-%m-%d %H:%M UTC'), 'inconnu')
    else 'le mouvement est enregistré sans mainlevée' end as reason,
  case
    when m.movement_key in (select movement_key from raised_finding where kind = 'overdue') then 'overdue'
    when m.scenario is not null then 'scenario'
    when getvariable('under_way') and (m.limit_at is null or m.limit_at > c.now) then 'under-way'
    when m.stack in (select stack from cut_stack) and (m.limit_at is null or m.limit_at > c.now) then 'interrupted'
  end as explained
from movement m
left join clock c on c.stack = m.stack
where ended_at is null and registered_at is not null and m.movement_key not in (select movement_key from unread_movement);
