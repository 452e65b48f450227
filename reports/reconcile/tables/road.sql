-- Whom each message concerns (P01, P02): the countries of the road in force when it took effect, its sender excepted; for an
-- authorised change those of the old road and of the new one; the platforms of a device; else its one recipient. `must` is false where two messages
-- crossed, so that either road may have been in force. `since`: from here on the stack owes the delivery.
create table concerned as
with span as (
  select a.key, a.sender, greatest(a.effect_from, a.acknowledged_at) as since, i.countries, coalesce(i.key = a.key, false) as is_change
  from act a join itinerary i on i.movement_key = a.movement_key
  where a.standing = 'in effect' and a.recipient = 'route'
    -- Roads that were, or may have been, in force between the two instants; of a change, also the one before.
    and (i.effect_from <= greatest(a.effect_from, a.acknowledged_at) and (i.replaced_at is null or i.replaced_at >= a.effect_from) or i.key = a.key)
),
-- With one road there is nothing to weigh.
one_road as (
  select key, any_value(sender) as sender, any_value(since) as since, any_value(countries) as countries
  from span group by key having count(*) = 1
),
several_roads as (
  select key, any_value(sender) as sender, any_value(since) as since, country, count(*) = any_value(roads) or bool_or(changes) as must
  from (
    select *, unnest(countries) as country, count(*) over of_message as roads, bool_or(is_change) over of_message as changes
    from span anti join one_road o on o.key = span.key
    window of_message as (partition by span.key)
  ) group by key, country
),
-- A country that comes onto the road by a change first receives the notice and the release in force.
newcomer as (
  select i.movement_key, i.effect_from, unnest(list_filter(i.countries, c -> not list_contains(b.countries, c))) as country
  from itinerary i join itinerary b on b.movement_key = i.movement_key and b.place = i.place - 1
  where i.wire_code = 'AT04'
),
told_anew as (
  select arg_max(a.key, a.effect_from) as key, any_value(a.sender) as sender, max(n.effect_from) as since, n.country
  from newcomer n join act a on a.movement_key = n.movement_key
  where a.standing = 'in effect' and a.wire_code in ('AT01', 'AT02') and a.effect_from <= n.effect_from
  group by a.movement_key, a.wire_code, n.country
),
-- A question that the stack answers itself is passed on to nobody.
by_name as (
  select key, sender, acknowledged_at as since, recipient as country, wire_code <> 'AT10' as must
  from message where acknowledged and not refused and recipient not in ('route', 'all', 'territory', 'hub')
  union all
  select m.key, m.sender, m.acknowledged_at, o.seat, true
  from message m join observed_seat o on o.stack = m.stack
  where m.acknowledged and not m.refused and m.recipient = 'all' and o.receives and o.seat not like 'TRK-%'
),
-- What an office says of a device goes to the platforms that it names, beside the road.
platform as (
  select key, sender, acknowledged_at as since, unnest(list_filter(said[1:2], code -> code is not null)) as seat
  from message where acknowledged and not refused and wire_code = 'AT16'
),
-- What a platform tells, in the process of the stack or from outside, goes to the country of departure and to the one where
-- the truck is, when that is on the road: which of several roads counted is not asked.
event as (
  select key, sender, movement_key, coalesce(acknowledged_at, begun_at) as since,
    unnest([substr(movement, 3, 2), said[1]]) as country, unnest([true, false]) as departs
  from message where wire_code = 'AT17' and not refused and (acknowledged or not submitted) and movement is not null
),
roads as (
  select movement_key, count(*) as roads from itinerary group by movement_key
),
on_territory as (
  select e.key, e.sender, e.since, e.country, e.departs or coalesce(r.roads = 1, false) as must
  from event e join ever_on_road o on o.movement_key = e.movement_key and o.country = e.country
  left join roads r on r.movement_key = e.movement_key
)
select key, max(since) as since, country, bool_or(must) as must
from (
  select key, sender, since, unnest(countries) as country, true as must from one_road
  union all select key, sender, since, country, must from several_roads
  union all select key, sender, since, country, true from told_anew
  union all select key, sender, since, country, must from by_name
  union all select key, sender, since, seat, true from platform
  union all select key, sender, since, country, must from on_territory
)
where country <> sender
group by key, country;
