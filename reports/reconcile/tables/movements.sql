-- The T1s, and what counts of the messages about them: acknowledged, not refused later, and not waiting for another
-- (exchange rules 4 and 5). `effect_from`: not before this instant could the message take effect.

-- A country of departure may enter a movement by its answer to the hub's question (ORD-010).
create table entered_by_answer as
with answer as (
  select stack, seat, message_id, begun_at, payload -> '$.movement.notice' as notice,
    json_extract_string(payload, ['$.movement.transitReference', '$.movement.movementVersion', '$.movement.state']) as found
  from content
  where wire_code = 'AT11' and seat <> 'hub' and outcome = 'FOUND'
)
select stack, found[1] as movement, max(try_cast(found[2] as integer)) as version, arg_max(notice, begun_at) as notice,
  bool_or(found[3] not in ('NONE', 'REGISTERED')) as released, min(begun_at) as entered_at
from answer
where notice is not null and seat = substr(found[1], 3, 2)
  and (stack, message_id) in (select (stack, message_id) from message where recipient = 'hub')
  -- Of a movement that the ledger has, the answer changes nothing.
  and (stack, found[1]) not in (
    select (stack, movement) from message m anti join refusal r on r.stack = m.stack and r.sender = m.sender and r.message_id = m.message_id
    where wire_code = 'AT01' and version = 1 and acknowledged)
group by all;

-- Movements of which the evidence holds a message without its body: what that one said is not known.
create table unread_movement as
select distinct stack, movement from message where acknowledged and wire_code is null and movement is not null;

-- Messages that act on a movement, as far as the stack took them.
create table act as
with taken as (
  select m.*, c.payload, c.status, c.decision, c.basis, c.office, c.direction, c.outcome, c.presented_at, c.passed_at,
    c.limit_at, c.new_limit, c.result,
    r.message_id is not null as refused
  from message m
  left join content c on c.stack = m.stack and c.seat = m.sender and c.message_id = m.message_id
  left join refusal r on r.stack = m.stack and r.sender = m.sender and r.message_id = m.message_id
  where m.acknowledged and m.movement is not null
    and m.wire_code in ('AT01', 'AT02', 'AT03', 'AT04', 'AT05', 'AT06', 'AT07', 'AT08', 'AT09', 'AT12', 'AT13', 'AT21')
),
-- Versions count without gap from 1, or from what the country of departure answered; a refused number is no gap.
numbered as (
  select t.stack, t.movement, t.version, min(t.sent_at) as sent_at,
    dense_rank() over (partition by t.stack, t.movement order by t.version) as place,
    coalesce(any_value(e.version), 0) as base
  from taken t
  left join entered_by_answer e on e.stack = t.stack and e.movement = t.movement
  where t.version is not null and t.sender = substr(t.movement, 3, 2) and (e.version is null or t.version > e.version)
  group by t.stack, t.movement, t.version
),
versioned as (
  select *, version - base > place as gap,
    max(sent_at) over (partition by stack, movement order by version) as effect_from
  from numbered
),
released as (
  select stack, movement, min(effect_from) as effect_from from (
    select t.stack, t.movement, v.effect_from
    from taken t join versioned v on v.stack = t.stack and v.movement = t.movement and v.version = t.version
    where t.wire_code = 'AT02' and not t.refused and not v.gap
    union all select stack, movement, entered_at from entered_by_answer where released
  ) group by all
)
select t.* exclude (digests, silences, acknowledged, answered),
  case
    when t.refused then 'refused'
    when u.movement is not null then 'in effect'
    when v.gap then 'waits for a version'
    when t.wire_code in ('AT05', 'AT07') and r.movement is null then 'waits for the release'
    else 'in effect'
  end as standing,
  greatest(t.sent_at, v.effect_from, case when t.wire_code in ('AT05', 'AT07') then r.effect_from end) as effect_from
from taken t
left join versioned v on t.sender = substr(t.movement, 3, 2)
  and v.stack = t.stack and v.movement = t.movement and v.version = t.version
left join released r on r.stack = t.stack and r.movement = t.movement
left join unread_movement u on u.stack = t.stack and u.movement = t.movement;

-- The roads of each movement, in the order in which they came into force.
create table itinerary as
with road as (
  select stack, movement, message_id, wire_code, status, effect_from, acknowledged_at,
    payload -> '$.itinerary' as itinerary
  from act
  where standing = 'in effect' and (wire_code = 'AT01' or wire_code = 'AT04' and decision = 'AUTHORISED')
    and json_exists(payload, '$.itinerary')
  union all
  select stack, movement, null, 'AT01', 'REGISTERED', entered_at, entered_at, notice -> '$.itinerary' from entered_by_answer
),
-- An amended notice changes the road before the release only.
released as (
  select stack, movement, min(effect_from) as released_at from act where wire_code = 'AT02' and standing = 'in effect' group by all
)
select road.stack, road.movement, road.message_id, road.wire_code, road.effect_from, road.acknowledged_at,
  itinerary ->> '$.corridor' as corridor,
  from_json(itinerary -> '$.legs', '[{"sequence": "INTEGER", "office": "VARCHAR", "country": "VARCHAR", "role": "VARCHAR", "plannedAt": "TIMESTAMP"}]') as legs,
  list_distinct(from_json(itinerary -> '$.legs[*].country', '["VARCHAR"]')) as countries,
  row_number() over (partition by road.stack, road.movement order by road.effect_from) as place,
  lead(road.acknowledged_at) over (partition by road.stack, road.movement order by road.effect_from) as replaced_at
from road left join released r on r.stack = road.stack and r.movement = road.movement
where status is distinct from 'AMENDED' or r.released_at is null or road.effect_from < r.released_at;

create table movement as
select
  a.stack,
  a.movement,
  substr(a.movement, 3, 2) as departure,
  arg_max(i.legs[-1].country, i.place) as destination,
  arg_max(i.corridor, i.place) as corridor,
  any_value(a.scenario) as scenario,
  min(a.effect_from) filter (a.wire_code = 'AT01') as registered_at,
  min(a.effect_from) filter (a.wire_code = 'AT02') as released_at,
  -- The last limit in force: of the release, or of an authorised change of itinerary (P10, ITI-005).
  arg_max(limit_at, a.effect_from) filter (a.wire_code = 'AT02' or new_limit and decision = 'AUTHORISED') as limit_at,
  min(a.effect_from) filter (a.wire_code = 'AT07') as arrived_at,
  -- How it ended: discharged for good, closed by hand, cancelled.
  arg_min(case when a.wire_code = 'AT03' then 'CANCELLED' when basis = 'BY_HAND' then 'CLOSED_MANUALLY' else 'DISCHARGED' end, a.effect_from)
    filter (a.wire_code = 'AT03' or a.wire_code = 'AT09' and basis <> 'PARTIAL') as ending,
  min(a.effect_from) filter (a.wire_code = 'AT03' or a.wire_code = 'AT09' and basis <> 'PARTIAL') as ended_at,
  list(distinct a.message_id) filter (a.wire_code = 'AT01') as notices
from act a left join itinerary i on i.stack = a.stack and i.movement = a.movement
where a.standing = 'in effect'
group by a.stack, a.movement;

-- Movements of which the evidence holds the traffic of every seat on the road, and every message whole: only of these can
-- it be said that something never happened.
create table whole_movement as
select m.stack, m.movement from movement m
anti join unread_movement u on u.stack = m.stack and u.movement = m.movement
anti join entered_by_answer e on e.stack = m.stack and e.movement = m.movement
anti join (
  select i.stack, i.movement
  from (select stack, movement, unnest(countries) as country from itinerary) i
  anti join observed_seat o on o.stack = i.stack and o.seat = i.country
) a on a.stack = m.stack and a.movement = m.movement
where m.registered_at is not null;
