-- Every line of the evidence: one request with its answer, and what its body says. Read in one pass.
-- A body above 256 KiB is not in the evidence; the answer still names the message, and the conversation the movement.
-- Bodies that are no JSON leave their fields empty; `unreadable` says what of the stack's own could not be read. `key` stands for a message (stack, sender, messageId), `movement_key` for a
-- movement (stack, transit reference), `answers` for the message that this one answers; `stack` for the name of the stack.
create table exchange as
with line as (
  select * from read_json(
    getvariable('files'), format = 'newline_delimited', filename = true, ignore_errors = true,
    maximum_object_size = 16777216,
    columns = {
      "kind": 'VARCHAR', "at": 'VARCHAR', "from": 'VARCHAR', "to": 'VARCHAR', "path": 'VARCHAR',
      "headers": 'STRUCT("corridor-cursor" VARCHAR)',
      "body": 'VARCHAR', "bodyDigest": 'VARCHAR',
      "answer": 'STRUCT(status INTEGER, body VARCHAR, "bodyBytes" BIGINT, "afterMs" DOUBLE)',
      "fault": 'VARCHAR', "conversation": 'VARCHAR', "scenario": 'VARCHAR', "stack": 'VARCHAR', "seq": 'BIGINT',
      "exported": 'STRUCT("from" VARCHAR, "until" VARCHAR)'
    })
),
first_read as (
  select *, envelope_of(body) as read from line
),
envelope as (
  select * exclude (body, read), hash(coalesce(stack, '')) as stack_key,
    case when read is null then well_formed(body) else body end as body,
    case when read is null then envelope_of(well_formed(body)) else read end as field
  from first_read
),
named as (
  select *,
    coalesce(answer."afterMs", 0) as after_ms,
    field[2] as wire_code,
    case kind when 'submit' then "from"
      when 'deliver' then coalesce(field[3], case when body is null then text_in(answer.body, '$.recipient') end) end as sender,
    coalesce(field[1], case when body is null and kind in ('submit', 'deliver') then text_in(answer.body, '$.correlationId') end) as message_id,
    coalesce(field[8], case when body is null and kind in ('submit', 'deliver') then conversation end) as movement
  from envelope
)
select
  filename as file,
  seq + 1 as line,
  stack_key as stack,
  kind,
  instant("at") as begun_at,
  instant("at") + to_microseconds(cast(case when after_ms between 0 and 1e12 then after_ms * 1000 end as bigint)) as ended_at,
  "from" as caller,
  "to" as callee,
  case when kind not in ('submit', 'deliver') then path end as path,
  path is not null as has_path,
  position_of(headers."corridor-cursor") as cursor,
  answer.status as status,
  fault,
  scenario,
  hash("bodyDigest") as digest,
  -- The digest of the content as the stack acknowledged it (P03): order of fields and white space do not count there. An export
  -- has no such answer; its own digest is of the content.
  case when kind = 'submit' and answer.status = 202
    then case when exported is null then text_in(answer.body, '$.payload.digest') else "bodyDigest" end end as acknowledged_digest,
  message_id, wire_code, sender,
  field[4] as recipient,
  instant(field[5]) as prepared_at,
  figure(field[7]) as version,
  movement,
  case when message_id is not null and sender is not null then hash(stack_key, sender, message_id) end as key,
  case when movement is not null then hash(stack_key, movement) end as movement_key,
  -- Who asked is who receives the answer.
  case when field[6] is not null then hash(stack_key, case kind when 'deliver' then "to" else field[4] end, field[6]) end as answers,
  -- What the business tables take of each message; the rest stays in the evidence.
  case when kind = 'submit' or kind = 'deliver' and wire_code in ('AT09', 'AT11', 'AT15', 'AT16', 'AT17', 'AT93') then case wire_code
    when 'AT01' then json_extract_string(body, ['$.payload.status', '$.payload.itinerary', '$.payload.items', '$.payload.totalGrossMassKg', '$.payload.totalPackages', '$.payload.seals'])
    when 'AT02' then json_extract_string(body, ['$.payload.limitDate', '$.payload.seals'])
    when 'AT04' then json_extract_string(body, ['$.payload.decision', '$.payload.itinerary', '$.payload.newLimitDate'])
    when 'AT05' then json_extract_string(body, ['$.payload.office', '$.payload.direction', '$.payload.outcome', '$.payload.presentedAt', '$.payload.passedAt', '$.payload.seals'])
    when 'AT06' then json_extract_string(body, ['$.payload.office', '$.payload.occurredAt', '$.payload.newSeals'])
    when 'AT07' then json_extract_string(body, ['$.payload.office', '$.payload.arrivedAt', '$.payload.seals', '$.payload.controlResult.result', '$.payload.controlResult.differences'])
    when 'AT08' then json_extract_string(body, ['$.payload.office', '$.payload.result', '$.payload.differences'])
    when 'AT09' then json_extract_string(body, ['$.payload.basis', '$.payload.dischargedAt'])
    when 'AT10' then json_extract_string(body, ['$.payload.by.transitReference'])
    when 'AT11' then json_extract_string(body, ['$.payload.outcome', '$.payload.movement'])
    when 'AT14' then json_extract_string(body, ['$.payload.operation', '$.payload.guaranteeReference', '$.payload.amount', '$.payload.terms.referenceAmount'])
    when 'AT15' then json_extract_string(body, ['$.payload.accepted', '$.payload.availableAmount', '$.payload.reservationId'])
    when 'AT16' then json_extract_string(body, ['$.payload.platform', '$.payload.replaces.platform', '$.payload.action', '$.payload.deviceId', '$.payload.at', '$.payload.replaces.deviceId'])
    when 'AT17' then json_extract_string(body, ['$.payload.territory', '$.payload.kind', '$.payload.deviceId', '$.payload.recordedAt', '$.payload.position.latitudeDeg', '$.payload.position.longitudeDeg'])
    when 'AT93' then json_extract_string(body, ['$.payload.kind', '$.payload.relatesTo', '$.payload.country', '$.payload.office'])
  end end as said,
  case when kind in ('query', 'pull') then json_of(answer.body) end as answer,
  case when kind in ('query', 'pull') then answer."bodyBytes" end as answer_bytes,
  case when kind in ('query', 'pull') then answer.body is not null end as answer_kept,
  case
    when kind = 'deliver' and body is not null and (message_id is null or sender is null or wire_code is null) then 'message'
    when kind = 'deliver' and cursor is null and exported is null then 'cursor'
    when kind = 'submit' and answer.status = 202 and acknowledged_digest is null and not json_valid(well_formed(answer.body)) then 'acknowledgement'
  end as unreadable,
  -- Read from an export of a pilot (0021), which may say what period it holds.
  exported is not null as exported, instant(exported."from") as covers_from, instant(exported."until") as covers_until,
  case when kind = 'link' then hash(text_in(body, '$.arrived')) end as spoiled_digest,
  case when kind = 'link' then text_in(body, '$.id') end as struck_id,
  case when kind = 'link' then figure(text_in(body, '$.answered')) end as struck_answer
from named;

-- What a link spoiled is no message of the stack: it is repeated, and that one counts.
delete from exchange where kind = 'deliver' and digest in (select spoiled_digest from exchange where kind = 'link');
-- The stack did answer a submission whose answer a link lost: what it said so is its word, whether or not the sender heard it.
update exchange set status = 202, ended_at = heard.at
from (
  select stack, caller as seat, struck_id, min(begun_at) as at from exchange
  where kind = 'link' and struck_answer = 202 group by all
) heard
where exchange.kind = 'submit' and exchange.status is null and exchange.stack = heard.stack
  and exchange.caller = heard.seat and exchange.message_id = heard.struck_id;
-- What befell the network itself, and the calls of national services, are no exchanges of the binding.
delete from exchange where kind in ('link', 'service');

-- Stacks whose run was cut, as its `run.json` says.
create table cut_stack as
select distinct stack from exchange where list_contains(getvariable('cut_files'), file);
-- Only then are invariants left out for what the evidence lacks.
set variable exports_only = coalesce((select bool_and(exported) from exchange), false);
