-- Whom each message concerns (P01, P02): the countries of the road in force when it took effect, its sender excepted; for an
-- authorised change those of the old road and of the new one; else its one recipient. `must` is false where two messages
-- crossed, so that either road may have been in force. `since`: from here on the stack owes the delivery.
create table concerned as
with span as (
  select a.stack, a.sender, a.message_id, a.movement, a.wire_code, a.recipient, a.effect_from,
    greatest(a.effect_from, a.acknowledged_at) as effect_until, i.place, i.countries, i.message_id = a.message_id as is_change,
    -- Roads that were, or may have been, in force between the two instants; of a change, also the one before.
    i.effect_from <= greatest(a.effect_from, a.acknowledged_at) as begun,
    i.replaced_at is null or i.replaced_at >= a.effect_from as lasting
  from act a join itinerary i on i.stack = a.stack and i.movement = a.movement
  where a.standing = 'in effect' and a.recipient = 'route'
),
in_force as (
  select *, count(*) over (partition by stack, sender, message_id) as roads,
    bool_or(is_change) over (partition by stack, sender, message_id) as changes
  from span where begun and lasting or is_change
),
by_road as (
  select stack, sender, message_id, movement, wire_code, effect_until as since, unnest(countries) as country, roads, changes
  from in_force
),
-- A country that comes onto the road by a change first receives the notice and the release in force.
newcomer as (
  select i.stack, i.movement, i.effect_from, unnest(list_filter(i.countries, c -> not list_contains(b.countries, c))) as country
  from itinerary i join itinerary b on b.stack = i.stack and b.movement = i.movement and b.place = i.place - 1
  where i.wire_code = 'AT04'
),
told_anew as (
  select a.stack, a.sender, arg_max(a.message_id, a.effect_from) as message_id, a.movement, a.wire_code,
    max(n.effect_from) as since, n.country
  from newcomer n join act a on a.stack = n.stack and a.movement = n.movement
    and a.standing = 'in effect' and a.wire_code in ('AT01', 'AT02') and a.effect_from <= n.effect_from
  group by a.stack, a.sender, a.movement, a.wire_code, n.country
),
participant as (
  select distinct stack, seat as country from observed_seat
),
by_name as (
  select m.stack, m.sender, m.message_id, m.movement, m.wire_code, m.acknowledged_at as since, m.recipient as country,
    -- A question that the stack itself refused to pass on, or may not, is nobody's.
    m.wire_code <> 'AT10' as must
  from message m anti join refusal r on r.stack = m.stack and r.sender = m.sender and r.message_id = m.message_id
  where m.acknowledged and m.recipient not in ('route', 'all', 'hub')
  union all
  select m.stack, m.sender, m.message_id, m.movement, m.wire_code, m.acknowledged_at, p.country, true
  from message m join participant p on p.stack = m.stack
    anti join refusal r on r.stack = m.stack and r.sender = m.sender and r.message_id = m.message_id
  where m.acknowledged and m.recipient = 'all'
)
select stack, sender, message_id, any_value(movement) as movement, any_value(wire_code) as wire_code,
  max(since) as since, country, bool_or(must) as must
from (
  select stack, sender, message_id, movement, wire_code, since, country, count(*) = any_value(roads) or any_value(changes) as must
  from by_road group by all
  union all select stack, sender, message_id, movement, wire_code, since, country, true from told_anew
  union all select * from by_name
)
where country <> sender
group by stack, sender, message_id, country;

-- Every country that was on the road of a movement at some time: only these may hear of it.
create table ever_on_road as
select distinct stack, movement, unnest(countries) as country from itinerary;
