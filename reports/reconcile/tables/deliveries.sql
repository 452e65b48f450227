-- What reached whom: one row a seat, message and position in its queue, pushed (however often tried) or pulled.
create table delivery as
with arrival as (
  select stack, callee as seat, cursor, key, sender, wire_code, movement_key, digest, begun_at, status, false as pulled
  from exchange where kind = 'deliver' and key is not null
  union all
  select stack, seat, cursor, key, sender, wire_code, hash(stack, movement), null, begun_at, 202, true from pulled
)
select key, seat, cursor, any_value(stack) as stack, any_value(sender) as sender, any_value(wire_code) as wire_code,
  any_value(movement_key) as movement_key,
  bool_or(pulled) as pulled,
  min(begun_at) as first_at,
  -- A 409 or 422 ends a delivery as well: the seat had it, and said so.
  min(begun_at) filter (status in (202, 409, 422)) as received_at,
  min(digest) as least_digest, max(digest) as greatest_digest
from arrival
group by key, seat, cursor;

-- Questions and pulls stay; what was said in messages is in the tables above.
create table consultation as
select file, line, stack, kind, begun_at, ended_at, caller as seat, path, status, scenario, answer, answer_bytes, answer_kept
from exchange where kind in ('query', 'pull');

create table unreadable as
select stack, kind, caller, callee, cursor, movement, message_id, unreadable as what from exchange where unreadable is not null;

drop table exchange;

-- What the stack says of its queues (P05), each time somebody asked.
create table queue_state as
select stack, split_part(path, '/', 4) as seat, begun_at, ended_at,
  figure(answer ->> 'lastQueued') - figure(answer ->> 'cursor') as outstanding,
  figure(answer ->> 'pending') as pending,
  figure(answer ->> 'deadLetters') as dead_letters,
  figure(answer ->> 'processing') as processing
from consultation
where kind = 'query' and status = 200 and path like '/v0/participants/%/deliveries';

create table dead_letter_list as
select stack, split_part(path, '/', 4) as seat, begun_at, coalesce(json_array_length(answer, '$.deadLetters'), 0) as letters
from consultation
where kind = 'query' and status = 200 and path like '/v0/participants/%/dead-letters';

create table dead_letter as
with letter as (
  select stack, split_part(path, '/', 4) as seat, unnest(from_json(answer -> 'deadLetters', '[{"messageId": "VARCHAR"}]')) as letter
  from consultation
  where kind = 'query' and status = 200 and path like '/v0/participants/%/dead-letters'
)
select distinct l.stack, l.seat, m.key
from letter l join message m on m.stack = l.stack and m.message_id = l.letter."messageId";

-- How the queue of each seat stood when somebody last asked, and what the seat itself confirmed by pulling (binding 2).
-- `failing`: positions that were tried and not accepted. `unseen`: how many deliveries the evidence may lack without anybody being
-- at fault: positions never shown that the seat confirmed, and what was queued or dead beyond those tried.
create table queue_end as
with told_last as (
  select stack, seat, max(begun_at) as asked_at, arg_max(coalesce(pending, 0), begun_at) as pending,
    arg_max(coalesce(dead_letters, 0), begun_at) as dead_letters, arg_max(coalesce(processing, 0), begun_at) as processing,
    arg_max(coalesce(outstanding, 0), begun_at) as outstanding
  from queue_state group by stack, seat
),
-- Between the position reached and the last in the queue lies all that is pending or dead (binding 3): a state that says more of
-- them is none, and explains nothing. Of dead letters those count that the stack names, where it was asked for their names.
named as (
  select stack, seat, arg_max(letters, begun_at) as letters from dead_letter_list group by stack, seat
),
last_state as (
  select t.stack, t.seat, t.asked_at, t.processing,
    case when t.pending >= 0 and t.dead_letters >= 0 and t.pending + t.dead_letters <= t.outstanding then t.pending else 0 end as pending,
    case when t.pending >= 0 and t.dead_letters >= 0 and t.pending + t.dead_letters <= t.outstanding
      then least(t.dead_letters, coalesce(n.letters, t.dead_letters)) else 0 end as dead_letters
  from told_last t left join named n on n.stack = t.stack and n.seat = t.seat
),
confirmed as (
  select stack, seat, max(position_of(regexp_extract(path, '[?&]after=(\d+)', 1))) as confirmed_to
  from consultation where kind = 'pull' and status = 200 group by stack, seat
),
failing as (
  select stack, seat, count(distinct cursor) as failing from delivery where received_at is null group by stack, seat
),
shown as (
  select d.stack, d.seat, count(distinct cursor) as shown
  from delivery d join confirmed c on c.stack = d.stack and c.seat = d.seat where cursor <= c.confirmed_to group by d.stack, d.seat
)
select o.stack, o.seat, l.asked_at, coalesce(l.pending, 0) as pending, coalesce(l.dead_letters, 0) as dead_letters,
  coalesce(l.processing, 0) as processing, coalesce(c.confirmed_to, 0) as confirmed_to, coalesce(f.failing, 0) as failing,
  coalesce(c.confirmed_to - coalesce(s.shown, 0), 0)
    + greatest(coalesce(l.pending, 0) + coalesce(l.dead_letters, 0) - coalesce(f.failing, 0), 0) as unseen
from observed_seat o
left join last_state l on l.stack = o.stack and l.seat = o.seat
left join confirmed c on c.stack = o.stack and c.seat = o.seat
left join failing f on f.stack = o.stack and f.seat = o.seat
left join shown s on s.stack = o.stack and s.seat = o.seat;

-- Where a run was cut: what the stack took up after this instant may still have had its effect. Until then every seat had been told
-- that nothing was in process and nothing queued for it.
create table unfinished as
select c.stack, case when bool_or(q.quiet_at is null) then '-infinity'::timestamp else min(q.quiet_at) end as quiet_at
from cut_stack c
left join observed_seat o on o.stack = c.stack
left join (
  select stack, seat, max(begun_at) as quiet_at from queue_state where pending = 0 and processing = 0 group by stack, seat
) q on q.stack = c.stack and q.seat = o.seat
group by c.stack;

-- Of a run that was cut: from when on a submission may be missing that had no answer yet.
create table unrecorded as
select c.stack, max(m.sent_at) - to_seconds(getvariable('acknowledgement_seconds')) as unrecorded_from
from cut_stack c left join message m on m.stack = c.stack group by c.stack;
