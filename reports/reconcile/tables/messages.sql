-- What a seat fetched itself: one row a message and pull.
create table pulled as
select stack, caller as seat, begun_at, scenario, position_of(entry.cursor::varchar) as cursor, entry.message.sender as sender,
  entry.message."messageId" as message_id, entry.message."messageType" as wire_code,
  entry.message.payload."transitReference" as movement,
  hash(stack, entry.message.sender, entry.message."messageId") as key,
  case when entry.message."correlationId" is not null then hash(stack, caller, entry.message."correlationId") end as answers
from (
  select stack, caller, begun_at, scenario, unnest(from_json(answer -> 'messages', '[{"cursor": "BIGINT", "message": {
    "sender": "VARCHAR", "messageId": "VARCHAR", "messageType": "VARCHAR", "correlationId": "VARCHAR",
    "payload": {"transitReference": "VARCHAR"}}}]')) as entry
  from exchange
  where kind = 'pull' and status = 200
)
where entry.message."messageId" is not null and entry.message.sender is not null;

-- Every message, however often it crossed the wire: one row a key (P03), with what the stack answered to its submission. Where one
-- key came with two contents, the one that the stack took counts.
create table message as
with crossing as (
  select key,
    coalesce(min(rowid) filter (kind = 'submit' and status = 202), min(rowid) filter (kind = 'submit'), min(rowid)) as first_row,
    min(begun_at) filter (kind = 'submit') as sent_at,
    -- The first acknowledgement: from here on the message is the stack's.
    min(ended_at) filter (kind = 'submit' and status = 202) as acknowledged_at,
    bool_or(kind = 'submit') as submitted,
    bool_or(kind = 'submit' and status is not null and status < 500) as answered,
    min(coalesce(fault, 'réponse ' || status)) filter (kind = 'submit' and (status is null or status >= 500)) as silence,
    coalesce(bool_and(fault in ('refused', 'closed')) filter (kind = 'submit'), false) as unreached,
    -- The stack acknowledged two contents under the one key.
    coalesce(max(acknowledged_digest) <> min(acknowledged_digest), false) as reused,
    -- Bytes that the stack did not refuse: only these may reach anybody.
    list(digest) filter (kind = 'submit' and (status is null or status = 202 or status >= 500)) as digests
  from exchange where key is not null
  group by key
),
-- Refused later, for what a book or a state says (FunctionalError, told to the sender).
refusal as (
  select distinct answers as key from exchange where kind = 'deliver' and wire_code = 'AT92'
)
select c.* exclude first_row, c.acknowledged_at is not null as acknowledged, r.key is not null as refused,
  e.stack, e.sender, e.message_id, e.wire_code, e.recipient, e.prepared_at, e.version, e.movement, e.movement_key, e.answers,
  e.scenario, e.said, e.begun_at, e.exported
from crossing c join exchange e on e.rowid = c.first_row left join refusal r on r.key = c.key;

insert into message by name
select distinct on (p.key) p.key, p.stack, p.sender, p.message_id, p.wire_code, p.movement, hash(p.stack, p.movement) as movement_key,
  p.answers, p.scenario, p.begun_at, false as submitted, false as acknowledged, false as answered, false as refused, false as exported
from pulled p anti join message m on m.key = p.key;

-- The seats whose own traffic is in this evidence: of the others nothing can be missed. A tracking platform that runs in the
-- process of the stack may ask for a journey; what it submits crosses no line. An endpoint records both directions; an export may
-- hold only what a seat sent, or only what it received, and proves nothing about the other.
create table observed_seat as
select stack, seat, bool_or(sends) as sends, bool_or(receives) as receives from (
  select distinct stack, caller as seat, true as sends, not exported as receives from exchange
  where kind <> 'deliver' and callee = 'hub' and not (kind = 'query' and caller like 'TRK-%')
  union all select distinct stack, callee, not exported, true from exchange where kind = 'deliver'
) group by stack, seat;

-- The period that the exports of a seat hold, where it is said: before and after it nothing is missing.
create table export_period as
select stack, case kind when 'deliver' then callee else caller end as seat, kind = 'submit' as sends,
  min(covers_from) as covers_from, max(covers_until) as covers_until
from exchange where exported and (covers_from is not null or covers_until is not null) group by all;

-- What the clocks showed last: that of the evidence, and that of the hub, by what it wrote itself.
create table clock as
select stack, max(begun_at) as now, max(prepared_at) filter (kind = 'deliver' and sender = 'hub') as hub_now
from exchange group by stack;
