-- What reached whom: one row a seat, message and position in its queue, pushed (however often tried) or pulled.
create table delivery as
with arrival as (
  select stack, callee as seat, cursor, sender, message_id, wire_code, movement, correlation_id, digest, begun_at, status,
    scenario, false as pulled
  from exchange
  where kind = 'deliver' and message_id is not null
  union all
  select stack, caller, entry.cursor, entry.message.sender, entry.message."messageId", entry.message."messageType",
    entry.message.payload."transitReference", entry.message."correlationId", null, begun_at, 202, scenario, true
  from (
    select stack, caller, begun_at, scenario, unnest(from_json(answer -> 'messages', '[{"cursor": "BIGINT", "message": {
      "sender": "VARCHAR", "messageId": "VARCHAR", "messageType": "VARCHAR", "correlationId": "VARCHAR",
      "payload": {"transitReference": "VARCHAR"}}}]')) as entry
    from exchange
    where kind = 'pull' and status = 200
  )
)
select
  stack, seat, cursor, sender, message_id,
  any_value(wire_code) as wire_code,
  any_value(movement) as movement,
  any_value(correlation_id) as correlation_id,
  any_value(scenario) as scenario,
  count(*) filter (not pulled) as attempts,
  bool_or(pulled) as pulled,
  min(begun_at) as first_at,
  -- A 409 or 422 ends a delivery as well: the seat had it, and said so.
  min(begun_at) filter (status in (202, 409, 422)) as received_at,
  list(distinct digest) filter (digest is not null) as digests
from arrival
group by stack, seat, cursor, sender, message_id;

-- What the stack says of its queues (P05), each time somebody asked.
create table queue_state as
select stack, split_part(path, '/', 4) as seat, begun_at, ended_at,
  try_cast(answer ->> 'cursor' as bigint) as cursor,
  try_cast(answer ->> 'lastQueued' as bigint) as last_queued,
  try_cast(answer ->> 'pending' as bigint) as pending,
  try_cast(answer ->> 'deadLetters' as bigint) as dead_letters,
  try_cast(answer ->> 'processing' as bigint) as processing
from exchange
where kind = 'query' and status = 200 and path like '/v0/participants/%/deliveries';

-- How the queue of each seat stood when somebody last asked, and what the seat itself confirmed by pulling (binding 2).
-- `failing`: positions that were tried and not accepted. `unseen`: how many deliveries the evidence may lack without anybody being
-- at fault: positions never shown that the seat confirmed, and what was queued or dead beyond those tried.
create table queue_end as
with last_state as (
  select stack, seat, max(begun_at) as asked_at, arg_max(pending, begun_at) as pending,
    arg_max(dead_letters, begun_at) as dead_letters, arg_max(processing, begun_at) as processing
  from queue_state group by stack, seat
),
confirmed as (
  select stack, caller as seat, max(try_cast(regexp_extract(path, '[?&]after=(\d+)', 1) as bigint)) as confirmed_to
  from exchange where kind = 'pull' and status = 200 group by stack, caller
),
shown as (
  select d.stack, d.seat, count(distinct cursor) filter (received_at is null) as failing,
    count(distinct cursor) filter (cursor <= c.confirmed_to) as shown_of_confirmed
  from delivery d left join confirmed c on c.stack = d.stack and c.seat = d.seat group by d.stack, d.seat
)
select o.stack, o.seat, l.asked_at, coalesce(l.pending, 0) as pending, coalesce(l.dead_letters, 0) as dead_letters,
  coalesce(l.processing, 0) as processing, coalesce(c.confirmed_to, 0) as confirmed_to, coalesce(s.failing, 0) as failing,
  coalesce(c.confirmed_to - coalesce(s.shown_of_confirmed, 0), 0)
    + greatest(coalesce(l.pending, 0) + coalesce(l.dead_letters, 0) - coalesce(s.failing, 0), 0) as unseen
from observed_seat o
left join last_state l on l.stack = o.stack and l.seat = o.seat
left join confirmed c on c.stack = o.stack and c.seat = o.seat
left join shown s on s.stack = o.stack and s.seat = o.seat;

-- What the clock of the stack showed last: the latest instant that the hub itself wrote.
create table hub_clock as
select stack, max(prepared_at) as hub_now from exchange where sender = 'hub' and kind = 'deliver' group by stack;
