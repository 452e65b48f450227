-- fr: Aucune administration n'est informée d'un mouvement qui ne la concerne pas
-- en: No administration is told of a movement that does not concern it
-- requirements: RTE-002 RTE-005 RTE-007
-- A country off the road received a message of the movement, a finding or an answer about it; or a sender its own
-- message; or somebody else what was meant for one seat alone (P01, P02).
with stranger as (
  select d.stack, d.movement, d.seat, d.message_id, t.french
  from delivery d
  join act a on a.stack = d.stack and a.sender = d.sender and a.message_id = d.message_id and a.standing = 'in effect'
  join message_type t on t.code = d.wire_code
  anti join concerned c on c.stack = d.stack and c.sender = d.sender and c.message_id = d.message_id and c.country = d.seat
  where exists (from ever_on_road r where r.stack = d.stack and r.movement = d.movement)
  union all
  select d.stack, d.movement, d.seat, d.message_id, t.french
  from delivery d
  join message m on m.stack = d.stack and m.sender = d.sender and m.message_id = d.message_id
  join message_type t on t.code = d.wire_code
  anti join concerned c on c.stack = d.stack and c.sender = d.sender and c.message_id = d.message_id and c.country = d.seat
  where m.acknowledged and m.recipient <> 'route' and m.wire_code not in ('AT12', 'AT13')
    and not exists (from refusal r where r.stack = d.stack and r.sender = d.sender and r.message_id = d.message_id)
  union all
  -- What the hub composes itself about a movement: findings, and answers that give data.
  select d.stack, coalesce(d.movement, c.about), d.seat, d.message_id, t.french
  from delivery d
  join message_type t on t.code = d.wire_code
  join told_by_hub c on c.stack = d.stack and c.message_id = d.message_id
  anti join ever_on_road r on r.stack = d.stack and r.movement = c.about and r.country = d.seat
  where exists (from ever_on_road r where r.stack = d.stack and r.movement = c.about)
)
select movement, [seat] as seats, [message_id] as messages,
  seat || ' a reçu « ' || french || ' » et n''est pas concerné' as reason, null as explained
from stranger;
