-- Operations on the guarantee register: each request with the answer of the register.
create table guarantee_operation as
select
  q.stack, q.seat, q.message_id, q.begun_at as asked_at, a.begun_at as answered_at,
  q.operation,
  q.payload ->> '$.guaranteeReference' as guarantee,
  q.movement,
  try_cast(q.payload ->> '$.amount' as bigint) as amount,
  q.payload ->> '$.terms.kind' as kind,
  try_cast(q.payload ->> '$.terms.referenceAmount' as bigint) as reference_amount,
  a.message_id as answer_id,
  try_cast(a.payload ->> '$.accepted' as boolean) as accepted,
  try_cast(a.payload ->> '$.availableAmount' as bigint) as available_amount,
  a.payload ->> '$.reservationId' as reservation_id
from content q
left join content a on a.stack = q.stack and a.wire_code = 'AT15' and a.correlation_id = q.message_id
where q.wire_code = 'AT14';

-- Amounts held: from the reservation on, to the end of its movement or its release, whichever came first.
create table reservation as
select r.stack, r.guarantee, r.reservation_id, r.movement, any_value(r.amount) as amount,
  min(r.asked_at) as held_from,
  -- Not before this instant was the amount free again, and at the latest from that one on.
  min(f.freed_from) as freed_from, min(f.freed_at) as freed_at, arg_min(f.message_id, f.freed_at) as freed_by
from guarantee_operation r
left join (
  select stack, movement, null as guarantee, effect_from as freed_from, greatest(effect_from, acknowledged_at) as freed_at, message_id
  from act
  where standing = 'in effect' and (wire_code = 'AT03' or wire_code = 'AT09' and basis in ('CONFORM', 'RESOLVED', 'RECOVERED', 'FORCE_MAJEURE'))
  union all
  select stack, movement, guarantee, asked_at, answered_at, message_id
  from guarantee_operation where operation = 'RELEASE' and accepted
) f on f.stack = r.stack and f.movement = r.movement and (f.guarantee is null or f.guarantee = r.guarantee)
where r.operation = 'RESERVE' and r.accepted and r.reservation_id is not null
group by r.stack, r.guarantee, r.reservation_id, r.movement;

-- What the register publishes of a guarantee: consulted, or told in an answer.
create table guarantee_book as
select stack, guarantee, begun_at as published_from, ended_at as published_at, caller as seat, null as message_id,
  try_cast(answer ->> 'referenceAmount' as bigint) as reference_amount,
  try_cast(answer ->> 'reservedAmount' as bigint) as reserved_amount,
  try_cast(answer ->> 'availableAmount' as bigint) as available_amount,
  from_json(answer -> 'reservations', '[{"transitReference": "VARCHAR", "amount": "BIGINT", "reservationId": "VARCHAR"}]') as reservations
from (select *, split_part(path, '/', 4) as guarantee from exchange where kind = 'query' and status = 200 and path like '/v0/guarantees/%')
union all
select stack, guarantee, asked_at, answered_at, seat, answer_id, null, null, available_amount, null
from guarantee_operation where accepted and available_amount is not null;

alter table exchange drop column answer;
