-- Exchanges of a load run as far as they are measured: submissions, questions, deliveries, and what the stack says of its queues.
-- Leaner than the tables of reconcile/, which judge content. Read in one pass; a line that is no record leaves a row of nothing.
create macro fields_of(body) as try(json_extract_string(body, [
  '$.messageId', '$.messageType', '$.sender', '$.payload.transitReference', '$.payload.direction'
]));
-- The least of the values that a histogram with so many bits of precision does not tell apart: grouping by it changes no percentile.
create macro alike(value, bits) as value - value % (1::bigint << greatest(0, floor(log2(greatest(value, 1)))::integer + 1 - bits));
-- What is no name of a seat is nobody's, so that hostile names make no rows.
create macro seat_of(name) as case when regexp_full_match(name, '[A-Z]{2}|TRK-[A-Z]{2}') then name else '?' end;

create table exchange as
with line as (
  select * from read_json(
    getvariable('files'), format = 'newline_delimited', ignore_errors = true, maximum_object_size = 16777216,
    columns = {
      "kind": 'VARCHAR', "fault": 'VARCHAR', "at": 'VARCHAR', "from": 'VARCHAR', "to": 'VARCHAR', "path": 'VARCHAR',
      "body": 'VARCHAR', "bodyDigest": 'VARCHAR', "answer": 'STRUCT(status INTEGER, body VARCHAR, "afterMs" DOUBLE)'
    })
),
field as (
  select *, instant("at") as begun_at,
    case when kind in ('submit', 'deliver') then coalesce(fields_of(body), fields_of(well_formed(body))) end as field
  from line
  where (kind is null or kind in ('submit', 'deliver', 'query', 'link'))
    -- What its sender cut itself, because the run ended, says nothing of the stack.
    and not coalesce(kind in ('submit', 'query') and fault = 'closed', false)
),
named as (
  select *,
    -- A body above 256 KiB is not in the evidence; the answer still names the message.
    coalesce(field[1], case when body is null and kind in ('submit', 'deliver') then text_in(answer.body, '$.correlationId') end) as message_id,
    case kind when 'submit' then "from"
      when 'deliver' then coalesce(field[3], case when body is null then text_in(answer.body, '$.recipient') end) end as sender,
    case when answer."afterMs" between 0 and 1e12 then least(cast(round(answer."afterMs" * 1000) as bigint), getvariable('longest')) end as took_us
  from field
)
select kind, begun_at,
  begun_at + to_microseconds(coalesce(took_us, 0)) as ended_at,
  epoch_us(begun_at) // 1000000 as second,
  begun_at between getvariable('window_from') and getvariable('window_until') as within,
  case when answer.status > 0 then took_us end as took_us,
  seat_of("from") as caller,
  seat_of("to") as callee,
  answer.status as status,
  field[2] as wire_code,
  field[5] as direction,
  case when message_id is not null and sender is not null then hash(sender, message_id) end as key,
  case when field[4] is not null then hash(field[4]) end as movement_key,
  coalesce(contains(answer.body, message_id), true) as is_about,
  case when kind = 'deliver' then hash("bodyDigest") end as digest,
  case when kind = 'link' then hash(text_in(body, '$.arrived')) end as spoiled_digest,
  case when kind = 'query' then
    case when path like '/v0/movements/%' then 'Ledger' when path like '/v0/guarantees/%' then 'Register' end end as question,
  case when kind = 'query' and answer.status = 200 and path like '/v0/participants/%/deliveries' then seat_of(split_part(path, '/', 4)) end as queue_of,
  case when queue_of is not null then greatest(0, figure(text_in(answer.body, '$.pending'))) end as pending
from named;

-- What a link spoiled is no message of the stack: it is repeated, and that one counts.
delete from exchange where kind = 'deliver' and digest in (select spoiled_digest from exchange where kind = 'link');

-- Every time that a message was sent, and every question asked while messages were still being sent: what is asked afterwards
-- closes the books and is no load.
create table attempt as
select begun_at, ended_at, second, within, took_us, status, caller as country, kind = 'query' as is_question, key, movement_key, wire_code, direction,
  case when kind = 'query' then question else coalesce(t.name, '?') end as message,
  kind = 'submit' and coalesce(status = 202 and is_about, false) as acknowledged,
  kind = 'submit' and coalesce(status in (409, 422) and is_about, false) as refused,
  kind = 'query' and coalesce(status between 1 and 499, false) as answered
from exchange left join message_type t on t.code = wire_code
where kind = 'submit'
  or question is not null and begun_at <= (select max(begun_at) from exchange where kind = 'submit');

-- When each message was first acknowledged, and when each country first had it. A 409 or 422 of a seat ends a delivery as well:
-- it had the message, and said so. Seats that pull are not measured: nobody knows when they might have had it.
create table acknowledgement as
select key, min(ended_at) as acknowledged_at from attempt where acknowledged and key is not null group by key;

create table arrival as
select key, callee as country, min(begun_at) as arrived_at, any_value(wire_code) as wire_code, any_value(movement_key) as movement_key
from exchange where kind = 'deliver' and key is not null and status in (202, 409, 422) group by all;
