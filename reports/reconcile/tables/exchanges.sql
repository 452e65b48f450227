-- Every line of the evidence: one request with its answer, and what its body says of itself.
-- A body above 256 KiB is not in the evidence; the answer still names the message, and the conversation the movement.
-- Bodies that are no JSON leave their fields empty. Variable: files (paths).
create table exchange as
with line as (
  select * from read_json(
    getvariable('files'), format = 'newline_delimited', filename = true, ignore_errors = true,
    maximum_object_size = 16777216,
    columns = {
      "kind": 'VARCHAR', "at": 'VARCHAR', "from": 'VARCHAR', "to": 'VARCHAR', "path": 'VARCHAR',
      "headers": 'STRUCT("corridor-cursor" VARCHAR, "corridor-attempt" VARCHAR)',
      "body": 'VARCHAR', "bodyDigest": 'VARCHAR',
      "answer": 'STRUCT(status INTEGER, body VARCHAR, "afterMs" DOUBLE)',
      "fault": 'VARCHAR', "conversation": 'VARCHAR', "scenario": 'VARCHAR', "stack": 'VARCHAR', "seq": 'BIGINT'
    })
),
envelope as (
  select *, try(json_extract_string(body, [
    '$.messageId', '$.messageType', '$.sender', '$.recipient', '$.preparedAt', '$.correlationId',
    '$.movementVersion', '$.payload.transitReference'
  ])) as field
  from line
)
select
  filename as file,
  seq + 1 as line,
  coalesce(stack, '') as stack,
  kind,
  try_cast("at" as timestamp) as begun_at,
  try_cast("at" as timestamp) + to_microseconds(cast(coalesce(answer."afterMs", 0) * 1000 as bigint)) as ended_at,
  "from" as caller,
  "to" as callee,
  path,
  try_cast(headers."corridor-cursor" as bigint) as cursor,
  answer.status as status,
  fault,
  scenario,
  "bodyDigest" as digest,
  coalesce(field[1], case when body is null and kind in ('submit', 'deliver')
    then try(json_extract_string(answer.body, '$.correlationId')) end) as message_id,
  field[2] as wire_code,
  field[3] as sender,
  field[4] as recipient,
  try_cast(field[5] as timestamp) as prepared_at,
  field[6] as correlation_id,
  try_cast(field[7] as integer) as version,
  coalesce(field[8], case when body is null and kind in ('submit', 'deliver') then conversation end) as movement,
  -- What the business tables take; the rest of the bodies stays in the evidence.
  case when kind = 'submit' and field[2] in ('AT01', 'AT02', 'AT04', 'AT05', 'AT06', 'AT07', 'AT08', 'AT09', 'AT10', 'AT11', 'AT12', 'AT14')
    or kind = 'deliver' and field[2] in ('AT11', 'AT15', 'AT93')
    then json_extract(body, '$.payload') end as payload,
  case when kind in ('query', 'pull') then try_cast(answer.body as json) end as answer
from envelope;
