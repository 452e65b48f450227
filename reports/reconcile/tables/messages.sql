-- Who sent what, and what the stack answered: one row a key (sender, messageId), however often it was sent (P03).
-- Where one key came with two contents, the one that the stack took counts.
create table message as
select
  stack,
  caller as sender,
  message_id,
  coalesce(any_value(wire_code) filter (status = 202), any_value(wire_code)) as wire_code,
  coalesce(any_value(recipient) filter (status = 202), any_value(recipient)) as recipient,
  coalesce(any_value(movement) filter (status = 202), any_value(movement)) as movement,
  coalesce(any_value(version) filter (status = 202), any_value(version)) as version,
  coalesce(any_value(correlation_id) filter (status = 202), any_value(correlation_id)) as correlation_id,
  coalesce(any_value(prepared_at) filter (status = 202), any_value(prepared_at)) as prepared_at,
  any_value(scenario) as scenario,
  min(begun_at) as sent_at,
  -- The first acknowledgement: from here on the message is the stack's.
  min(ended_at) filter (status = 202) as acknowledged_at,
  count(*) as tries,
  bool_or(status = 202) as acknowledged,
  bool_or(status is not null and status < 500) as answered,
  list(distinct coalesce(fault, 'réponse ' || status)) filter (status is null or status >= 500) as silences,
  -- Bytes that the stack did not refuse: only these may reach anybody.
  list(distinct digest) filter (status is null or status = 202 or status >= 500) as digests
from exchange
where kind = 'submit' and message_id is not null
group by stack, caller, message_id;

-- Messages that the stack refused later, for what a book or a state says (FunctionalError, told to the sender).
create table refusal as
select distinct stack, callee as sender, correlation_id as message_id
from exchange
where kind = 'deliver' and wire_code = 'AT92' and correlation_id is not null;

-- What messages say beyond their envelope, once a key.
create table content as
with said as (
  select stack, caller as seat, message_id, any_value(wire_code) as wire_code, any_value(movement) as movement,
    any_value(correlation_id) as correlation_id, min(begun_at) as begun_at, any_value(payload) as payload
  from exchange
  where payload is not null and (kind = 'deliver' or status = 202)
  group by stack, caller, message_id
),
field as (
  select *, json_extract_string(payload, [
    '$.status', '$.decision', '$.basis', '$.operation', '$.outcome', '$.office', '$.direction', '$.presentedAt', '$.passedAt',
    '$.limitDate', '$.newLimitDate', '$.result', '$.controlResult.result', '$.kind', '$.country', '$.relatesTo'
  ]) as f
  from said
)
select * exclude f,
  f[1] as status, f[2] as decision, f[3] as basis, f[4] as operation, f[5] as outcome, f[6] as office, f[7] as direction,
  try_cast(f[8] as timestamp) as presented_at, try_cast(f[9] as timestamp) as passed_at,
  try_cast(coalesce(f[11], f[10]) as timestamp) as limit_at, f[11] is not null as new_limit,
  coalesce(f[12], f[13]) as result, f[14] as finding, f[15] as country, f[16] as relates_to
from field;

alter table exchange drop column payload;

-- The seats whose own traffic is in this evidence: of the others nothing can be missed.
create table observed_seat as
select distinct stack, seat from (
  select stack, caller as seat from exchange where kind <> 'deliver' and callee = 'hub'
  union select stack, callee from exchange where kind = 'deliver'
);
