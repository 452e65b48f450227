-- The T1s, and what counts of the messages about them: acknowledged, not refused later, and not waiting for another
-- (exchange rules 4 and 5). `effect_from`: not before this instant could the message take effect.

-- A country of departure may enter a movement by its answer to the hub's question (ORD-010). Of a movement that the ledger has,
-- the answer changes nothing.
create table entered_by_answer as
with answer as (
  select m.stack, m.sender, m.begun_at, json_extract(m.said[2], '$.notice') as notice,
    json_extract_string(m.said[2], ['$.transitReference', '$.movementVersion', '$.state']) as found
  from message m
  where wire_code = 'AT11' and sender <> 'hub' and recipient = 'hub' and acknowledged and m.said[1] = 'FOUND' and json_valid(m.said[2])
),
entered as (
  select stack, found[1] as movement, hash(stack, found[1]) as movement_key, max(figure(found[2])) as version,
    arg_max(notice, begun_at) as notice, bool_or(found[3] not in ('NONE', 'REGISTERED')) as released, min(begun_at) as entered_at
  from answer where notice is not null and sender = substr(found[1], 3, 2)
  group by all
)
select e.* from entered e
anti join (select movement_key from message where wire_code = 'AT01' and version = 1 and acknowledged and not refused) m
  on m.movement_key = e.movement_key;

-- Movements that began before the exports do, or whose country of departure exported nothing: no notice, or trucks on the road
-- without a release.
create table headless_movement as
select movement_key from message where exported and movement_key is not null group by movement_key
having bool_or(submitted) and (not bool_or(submitted and wire_code = 'AT01')
  or bool_or(acknowledged and wire_code in ('AT05', 'AT07')) and not bool_or(submitted and wire_code = 'AT02'));

-- Movements of which the evidence holds a message without its body, or lacks the beginning: what was said there is not known.
create table unread_movement as
select distinct movement_key from message where acknowledged and wire_code is null and movement_key is not null
union select movement_key from headless_movement;

-- Messages that act on a movement, as far as the stack took them.
create table act as
with taken as (
  -- Only the country of departure counts versions.
  select *, case when sender = substr(movement, 3, 2) then version end as own_version
  from message
  where acknowledged and movement_key is not null
    and wire_code in (select code from acting_type)
),
-- Versions count without gap from 1, or from what the country of departure answered; a refused number is no gap,
-- and given again it counts from the message that was taken.
numbered as (
  select t.movement_key, t.own_version, coalesce(min(t.sent_at) filter (not t.refused), min(t.sent_at)) as sent_at, coalesce(any_value(e.version), 0) as base
  from taken t left join entered_by_answer e on e.movement_key = t.movement_key
  where t.own_version is not null and (e.version is null or t.own_version > e.version)
  group by t.movement_key, t.own_version
),
versioned as (
  select movement_key, own_version,
    own_version - base > row_number() over by_version as gap,
    max(sent_at) over by_version as effect_from
  from numbered
  window by_version as (partition by movement_key order by own_version)
),
released as (
  select movement_key, min(effect_from) as effect_from from (
    select t.movement_key, v.effect_from
    from taken t join versioned v on v.movement_key = t.movement_key and v.own_version = t.own_version
    where t.wire_code = 'AT02' and not t.refused and not v.gap
    -- An export may leave out versions.
    union all select movement_key, sent_at from taken where exported and own_version is null and wire_code = 'AT02' and not refused
    union all select movement_key, entered_at from entered_by_answer where released
  ) group by all
)
select t.key, t.stack, t.sender, t.message_id, t.wire_code, t.recipient, t.movement, t.movement_key, t.version, t.scenario,
  t.sent_at, t.acknowledged_at, t.exported,
  case t.wire_code when 'AT01' then said[1] end as status,
  case t.wire_code when 'AT04' then said[1] end as decision,
  case t.wire_code when 'AT09' then said[1] end as basis,
  case when t.wire_code in ('AT05', 'AT06', 'AT07', 'AT08') then said[1] end as office,
  case t.wire_code when 'AT05' then said[2] end as direction,
  case t.wire_code when 'AT05' then said[3] end as outcome,
  case t.wire_code when 'AT05' then instant(said[4]) end as presented_at,
  case t.wire_code when 'AT05' then instant(said[5]) end as passed_at,
  instant(case t.wire_code when 'AT02' then said[1] when 'AT04' then said[3] end) as limit_at,
  case t.wire_code when 'AT07' then said[4] when 'AT08' then said[2] end as result,
  case
    when t.refused then 'refused'
    when u.movement_key is not null then 'in effect'
    when v.gap then 'waits for a version'
    when t.wire_code in ('AT05', 'AT07') and r.movement_key is null then 'waits for the release'
    else 'in effect'
  end as standing,
  greatest(t.sent_at, v.effect_from, case when t.wire_code in ('AT05', 'AT07') then r.effect_from end) as effect_from
from taken t
left join versioned v on v.movement_key = t.movement_key and v.own_version = t.own_version
left join released r on r.movement_key = t.movement_key
left join unread_movement u on u.movement_key = t.movement_key;

-- The roads of each movement, in the order in which they came into force. An amended notice changes the road before the release only.
create table itinerary as
with road as (
  select a.movement_key, a.stack, a.key, a.wire_code, a.status, a.effect_from, a.acknowledged_at, m.said[2] as itinerary
  from act a join message m on m.key = a.key
  where a.standing = 'in effect' and (a.wire_code = 'AT01' or a.wire_code = 'AT04' and a.decision = 'AUTHORISED') and json_valid(m.said[2])
  union all
  select movement_key, stack, null, 'AT01', 'REGISTERED', entered_at, entered_at, json_extract(notice, '$.itinerary') from entered_by_answer
),
released as (
  select movement_key, min(effect_from) as released_at from act where wire_code = 'AT02' and standing = 'in effect' group by all
)
select * exclude (itinerary, status),
  json_extract_string(itinerary, '$.corridor') as corridor,
  from_json(json_extract(itinerary, '$.legs'), '[{"sequence": "INTEGER", "office": "VARCHAR", "country": "VARCHAR", "role": "VARCHAR"}]') as legs,
  list_distinct(list_transform(legs, leg -> leg.country)) as countries,
  row_number() over in_time as place,
  lead(acknowledged_at) over in_time as replaced_at
from (
  select road.* from road left join released r on r.movement_key = road.movement_key
  where status is distinct from 'AMENDED' or r.released_at is null or road.effect_from < r.released_at
)
window in_time as (partition by movement_key order by effect_from);

-- Every country that was on the road of a movement at some time: only these may hear of it.
create table ever_on_road as
select distinct movement_key, unnest(countries) as country from itinerary;

create table movement as
with course as (
  select movement_key, any_value(stack) as stack, any_value(movement) as movement, any_value(scenario) as scenario,
    bool_or(exported) as exported,
    min(effect_from) filter (wire_code = 'AT01') as registered_at,
    min(message_id) filter (wire_code = 'AT01') as notice,
    min(effect_from) filter (wire_code = 'AT02') as released_at,
    -- The last limit in force: of the release, or of an authorised change of itinerary (P10, ITI-005).
    arg_max(limit_at, effect_from) filter (wire_code = 'AT02' or decision = 'AUTHORISED' and limit_at is not null) as limit_at,
    min(effect_from) filter (wire_code = 'AT07') as arrived_at,
    -- Its end: discharged for good, closed by hand, or cancelled. An export may not say on what ground.
    min(effect_from) filter (wire_code = 'AT03' or wire_code = 'AT09' and (basis <> 'PARTIAL' or basis is null and exported)) as ended_at
  from act where standing = 'in effect'
  group by movement_key
),
last_road as (
  select movement_key, arg_max(corridor, place) as corridor from itinerary group by all
)
select c.*, substr(c.movement, 3, 2) as departure, r.corridor
from course c left join last_road r on r.movement_key = c.movement_key;

-- Movements of which the evidence holds the traffic of every seat on the road, and every message whole: only of these can
-- it be said that something never happened.
create table whole_movement as
select m.movement_key from movement m
anti join unread_movement u on u.movement_key = m.movement_key
anti join entered_by_answer e on e.movement_key = m.movement_key
anti join (
  select r.movement_key from ever_on_road r join movement n on n.movement_key = r.movement_key
  anti join observed_seat o on o.stack = n.stack and o.seat = r.country and o.sends
) a on a.movement_key = m.movement_key
anti join (
  select r.movement_key from ever_on_road r join movement n on n.movement_key = r.movement_key
  join clock c on c.stack = n.stack
  join export_period p on p.stack = n.stack and p.seat = r.country and p.sends
  where p.covers_from > n.registered_at or p.covers_until < coalesce(n.ended_at, c.now)
) b on b.movement_key = m.movement_key
where m.registered_at is not null and (not m.exported or m.movement_key in (select movement_key from ever_on_road));
