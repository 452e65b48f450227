-- The published books, each time somebody consulted them, and what the hub told of its own.
create table ledger_entry as
select stack, seat, begun_at, split_part(path, '/', 4) as movement, hash(stack, split_part(path, '/', 4)) as movement_key,
  status, answer -> 'notice' as notice, file, line
from consultation
where kind = 'query' and status in (200, 404) and path like '/v0/movements/%';

create table ledger_event as
select movement, movement_key, stack, seat, file, line, event."messageId" as message_id, event.sender as sender,
  instant(event."receivedAt") as received_at, hash(stack, event.sender, event."messageId") as key
from (
  select stack, split_part(path, '/', 4) as movement, hash(stack, split_part(path, '/', 4)) as movement_key, seat, file, line,
    unnest(from_json(answer -> 'events', '[{"messageId": "VARCHAR", "sender": "VARCHAR", "receivedAt": "VARCHAR"}]')) as event
  from consultation
  where kind = 'query' and status = 200 and path like '/v0/movements/%'
)
where event.sender is not null and event."messageId" is not null;

-- Findings that the stack raised, by whatever way they were published: a notice to a seat, or a line of the ledger.
create table raised_finding as
select stack, movement_key, said[1] as kind, said[2] as relates_to, said[3] as country, said[4] as office
from message where wire_code = 'AT93' and sender = 'hub' and said is not null
union all
select stack, movement_key, f.kind, f."relatesTo", f.country, f.office
from (
  select stack, hash(stack, split_part(path, '/', 4)) as movement_key,
    unnest(from_json(answer -> 'findings', '[{"kind": "VARCHAR", "relatesTo": "VARCHAR", "country": "VARCHAR", "office": "VARCHAR"}]')) as f
  from consultation
  where kind = 'query' and status = 200 and path like '/v0/movements/%'
);

-- What the hub itself tells of a movement: findings, and answers that give data.
create table told_by_hub as
select key, movement, movement_key from message where sender = 'hub' and wire_code = 'AT93' and movement is not null
union all
select key, about, hash(stack, about)
from (
  select key, stack, json_extract_string(said[2], '$.transitReference') as about
  from message where sender = 'hub' and wire_code = 'AT11' and said[1] = 'FOUND' and json_valid(said[2])
) where about is not null;

-- Questions that want an answer: of seats, and of the hub to a country of departure.
create table asked as
select key, stack, coalesce(movement, said[1]) as movement, sender, message_id, wire_code, recipient, scenario
from message where acknowledged and not refused and wire_code in ('AT10', 'AT12')
union all
select m.key, m.stack, m.movement, m.sender, m.message_id, m.wire_code, d.seat, m.scenario
from message m join delivery d on d.key = m.key
where m.sender = 'hub' and m.wire_code = 'AT10' and d.received_at is not null;

-- When a message of a consulted movement had surely taken effect: delivered somewhere, or nothing was in process any more.
create table settled as
with looked_up as (
  select a.key, a.stack, greatest(a.effect_from, a.acknowledged_at) as since
  from act a where a.standing = 'in effect'
    and (a.movement_key in (select movement_key from ledger_entry) or a.wire_code in ('AT03', 'AT09'))
),
first_delivery as (
  select key, min(first_at) as first_at from delivery semi join looked_up l on l.key = delivery.key group by key
)
select a.key, least(d.first_at, q.ended_at) as settled_at
from looked_up a
left join first_delivery d on d.key = a.key
asof left join (select stack, begun_at, ended_at from queue_state where processing = 0) q
  on q.stack = a.stack and q.begun_at >= a.since;
