-- The published books: the regional ledger of movements, the guarantee register, dead letters; each time somebody consulted them.
create table ledger_entry as
select stack, caller as seat, begun_at, scenario, split_part(path, '/', 4) as movement,
  answer ->> 'state' as state,
  try_cast(answer ->> 'movementVersion' as integer) as version,
  from_json(answer -> 'countries', '["VARCHAR"]') as countries,
  from_json(answer -> 'seals', '["VARCHAR"]') as seals,
  answer -> 'notice' as notice,
  file, line
from exchange
where kind = 'query' and status = 200 and path like '/v0/movements/%';

create table ledger_event as
select stack, movement, seat, begun_at, file, line, event."messageId" as message_id, event."messageType" as wire_code, event.sender as sender
from (
  select stack, split_part(path, '/', 4) as movement, caller as seat, begun_at, file, line,
    unnest(from_json(answer -> 'events', '[{"messageId": "VARCHAR", "messageType": "VARCHAR", "sender": "VARCHAR"}]')) as event
  from exchange
  where kind = 'query' and status = 200 and path like '/v0/movements/%'
);

-- Findings that the stack raised, by whatever way they were published: a notice to a seat, or a line of the ledger.
create table raised_finding as
select stack, coalesce(movement, '') as movement, finding as kind, relates_to, country, office, message_id, true as told
from content where wire_code = 'AT93'
union all
select stack, movement, f.kind, f."relatesTo", f.country, f.office, null, false
from (
  select stack, split_part(path, '/', 4) as movement,
    unnest(from_json(answer -> 'findings', '[{"kind": "VARCHAR", "relatesTo": "VARCHAR", "country": "VARCHAR", "office": "VARCHAR"}]')) as f
  from exchange
  where kind = 'query' and status = 200 and path like '/v0/movements/%'
);

-- What the hub itself tells of a movement: findings, and answers that give data.
create table told_by_hub as
select stack, message_id, movement as about from content where seat = 'hub' and wire_code = 'AT93' and movement is not null
union all
select stack, message_id, payload ->> '$.movement.transitReference'
from content where seat = 'hub' and wire_code = 'AT11' and outcome = 'FOUND';

create table dead_letter as
select distinct stack, seat, letter."messageId" as message_id, letter.cursor as cursor
from (
  select stack, split_part(path, '/', 4) as seat,
    unnest(from_json(answer -> 'deadLetters', '[{"cursor": "BIGINT", "messageId": "VARCHAR"}]')) as letter
  from exchange
  where kind = 'query' and status = 200 and path like '/v0/participants/%/dead-letters'
);

-- Questions that want an answer: of seats, and of the hub to a country of departure.
create table asked as
select m.stack, coalesce(m.movement, c.payload ->> '$.by.transitReference') as movement, m.sender, m.message_id, m.wire_code, m.recipient, m.scenario
from message m
left join content c on c.stack = m.stack and c.seat = m.sender and c.message_id = m.message_id
anti join refusal r on r.stack = m.stack and r.sender = m.sender and r.message_id = m.message_id
where m.acknowledged and m.wire_code in ('AT10', 'AT12')
union all
select stack, movement, sender, message_id, wire_code, seat, scenario
from delivery where sender = 'hub' and wire_code = 'AT10' and received_at is not null;

-- When a message had surely taken effect: delivered somewhere, or nothing was in process any more.
create table settled as
select a.stack, a.sender, a.message_id, least(d.first_at, q.ended_at) as settled_at
from act a
left join (select stack, sender, message_id, min(first_at) as first_at from delivery group by all) d
  on d.stack = a.stack and d.sender = a.sender and d.message_id = a.message_id
asof left join (select stack, begun_at, ended_at from queue_state where processing = 0) q
  on q.stack = a.stack and q.begun_at >= greatest(a.effect_from, a.acknowledged_at)
where a.standing = 'in effect';
