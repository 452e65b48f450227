-- fr: Aucun message accusé ne reste sans effet
-- en: No acknowledged message stays without effect
-- requirements: ORD-003 ORD-006 ORD-009
-- exports need: submissions
-- A message skipped a version, or came before the release, and what it waits for never came. Explained: the gap is told to the
-- country of departure, or its scenario stops there on purpose before the time for a missing version is over,
-- or the run was cut before.
select a.movement, [a.sender] as seats, [a.message_id] as messages,
  '« ' || t.french || ' » de ' || a.sender || case a.standing when 'waits for a version'
    then ' attend une version du mouvement avant la sienne (' || a.version || ')' else ' attend l''avis ou la mainlevée' end as reason,
  case
    when a.standing = 'waits for a version' and a.movement_key in (select movement_key from raised_finding where kind = 'version-gap') then 'version-gap'
    when a.standing = 'waits for a version' and coalesce(c.hub_now, a.acknowledged_at) >= a.acknowledged_at + to_seconds(getvariable('version_gap_seconds'))
      then case when u.quiet_at < a.acknowledged_at + to_seconds(getvariable('version_gap_seconds')) then 'interrupted' end
    when a.scenario is not null then 'scenario'
    when u.stack is not null then 'interrupted'
  end as explained
from act a
join message_type t on t.code = a.wire_code
left join clock c on c.stack = a.stack
left join unfinished u on u.stack = a.stack
where a.standing like 'waits%';
