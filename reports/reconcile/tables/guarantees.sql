-- Operations on the guarantee register: each request with the answer of the register.
create table guarantee_operation as
select q.key, q.stack, q.sender as seat, q.message_id, q.sent_at as asked_at, a.begun_at as answered_at,
  q.said[1] as operation, q.said[2] as guarantee, q.movement, q.movement_key,
  figure(q.said[3]) as amount,
  figure(q.said[4]) as reference_amount,
  a.message_id as answer_id,
  try_cast(a.said[1] as boolean) as accepted,
  figure(a.said[2]) as available_amount,
  a.said[2] as available_text,
  -- An amount that was granted without an id is held all the same.
  coalesce(a.said[3], q.message_id) as reservation_id
from message q
left join message a on a.answers = q.key and a.wire_code = 'AT15'
where q.wire_code = 'AT14' and q.acknowledged;

-- The amount that a guarantee was registered with, where the evidence shows it.
create table opening_balance as
select stack, guarantee, any_value(reference_amount) as amount
from guarantee_operation where operation = 'REGISTER' and accepted and reference_amount is not null group by all;

-- Amounts held: from the reservation on, to the end of its movement or its release, whichever came first.
create table reservation as
with held as (
  select stack, guarantee, reservation_id, movement, movement_key, any_value(amount) as amount, min(message_id) as held_by,
    -- Not before the one instant was the amount held, and at the latest from the other on.
    min(asked_at) as held_from, min(answered_at) as held_at
  from guarantee_operation where operation = 'RESERVE' and accepted
  group by all
),
freed as (
  select h.stack, h.guarantee, h.reservation_id, a.effect_from as freed_from, greatest(a.effect_from, a.acknowledged_at) as freed_at,
    a.message_id, s.settled_at
  from held h join act a on a.movement_key = h.movement_key left join settled s on s.key = a.key
  -- What was granted after the end of the movement is not freed by that end.
  where a.standing = 'in effect' and greatest(a.effect_from, a.acknowledged_at) >= h.held_from
    and (a.wire_code = 'AT03' or a.wire_code = 'AT09' and a.basis in ('CONFORM', 'RESOLVED', 'RECOVERED', 'FORCE_MAJEURE'))
  union all
  select h.stack, h.guarantee, h.reservation_id, g.asked_at, g.answered_at, g.message_id, g.answered_at
  from held h join guarantee_operation g on g.stack = h.stack and g.guarantee = h.guarantee and g.movement = h.movement
  where g.operation = 'RELEASE' and g.accepted
)
select h.stack, h.guarantee, h.reservation_id, h.movement, any_value(h.amount) as amount, any_value(h.held_by) as held_by,
  any_value(h.held_from) as held_from, any_value(h.held_at) as held_at,
  -- The same of its end; and when that had surely taken effect.
  min(f.freed_from) as freed_from, min(f.freed_at) as freed_at, min(coalesce(f.settled_at, f.freed_at)) as settled_at,
  arg_min(f.message_id, f.freed_at) as freed_by
from held h
left join freed f on f.stack = h.stack and f.guarantee = h.guarantee and f.reservation_id = h.reservation_id
group by h.stack, h.guarantee, h.reservation_id, h.movement;

-- What the register publishes of a guarantee: consulted, or told in an answer.
create table guarantee_book as
select stack, split_part(path, '/', 4) as guarantee, begun_at as published_from, ended_at as published_at, seat, null as message_id,
  figure(answer ->> 'referenceAmount') as reference_amount,
  figure(answer ->> 'reservedAmount') as reserved_amount,
  figure(answer ->> 'availableAmount') as available_amount,
  from_json(answer -> 'reservations', '[{"transitReference": "VARCHAR", "amount": "BIGINT", "reservationId": "VARCHAR"}]') as reservations
from consultation where kind = 'query' and status = 200 and path like '/v0/guarantees/%'
union all
select stack, guarantee, asked_at, answered_at, seat, answer_id, null, null, available_amount, null
from guarantee_operation where accepted and available_amount is not null;
