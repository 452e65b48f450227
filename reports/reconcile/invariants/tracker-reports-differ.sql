-- fr: Les positions dites d'une balise sont celles qu'elle a faites
-- en: The positions told of a device are those that it made
-- requirements: TRK-034 TRK-036 TRK-038 TRK-039 TRK-040
-- exports need: wire
-- Of a device whose fleet wrote down what it made: a report that its platform acknowledged while it was on a movement is missing in the
-- journey; or a position is told twice, elsewhere, of a movement on which the device was not, or was never made. Explained: the writer of
-- the truth was cut, or the journey is larger than evidence keeps.
with sent as (
  select stack, platform, device, second, any_value("at") as "at", any_value(lat) as lat, any_value(lon) as lon, count(*) as times
  from report_made where fate <> 'unsent' group by all
),
compared as (
  select p.place, p.movement_key, p.movement, p.message_id, p.stack, p.platform, p.device, p.second, s.device is not null as is_made,
    coalesce(s.times, 0) as times, count(*) over (partition by p.place, p.movement_key, p.platform, p.device, p.second) as told,
    not coalesce(111195 * sqrt((p.lat - s.lat) ** 2 + ((p.lon - s.lon) * cos(radians(s.lat))) ** 2) <= getvariable('same_place_m'), false) as is_elsewhere
  from position_told p
  left join sent s on s.stack = p.stack and s.platform = p.platform and s.device = p.device and s.second = p.second
),
-- What was measured shortly before the removal by a clock that is ahead stays; and who is told at once does not know the removal yet.
astray as (
  select c.* from compared c
  where c.is_made and not exists (
    from attachment a
    where a.movement_key = c.movement_key and a.platform = c.platform and a.device = c.device and a.attached_at < c.second + to_seconds(1)
      and (c.place = 'remise' or a.detached_at is null or c.second < a.detached_at + to_seconds(getvariable('clock_tolerance_seconds'))))
),
lost as (
  select a.movement_key, a.movement, a.stack, a.platform, a.device, r.second
  from attachment a
  join report_made r on r.stack = a.stack and r.platform = a.platform and r.device = a.device
    and r.fate = 'taken' and r."at" >= a.attached_at and (a.detached_at is null or r."at" < a.detached_at)
  join journey_seen j on j.movement_key = a.movement_key and j.status in (200, 404) and not j.is_cut
  anti join position_told p on p.place = 'voyage' and p.movement_key = a.movement_key and p.platform = a.platform and p.device = a.device
    and p.second = r.second
),
fault as (
  select 1 as kind, 'voyage' as place, movement, stack, platform, device, second, null as message_id from lost
  union all select 2, place, movement, stack, platform, device, second, message_id from compared where is_made and told > times
  union all select 3, place, movement, stack, platform, device, second, message_id from compared where is_made and is_elsewhere
  union all select 4, place, movement, stack, platform, device, second, message_id from astray
  union all select 5, place, movement, stack, platform, device, second, message_id from compared where not is_made
)
select f.movement, [f.platform] as seats, coalesce(list_sort(list_distinct(list(message_id))), []) as messages,
  case kind
    when 1 then count(*) || ' position(s) acquittée(s) par ' || f.platform || ' manquent au voyage'
    when 2 then count(distinct second) || ' position(s) dites plusieurs fois'
    when 3 then count(*) || ' position(s) dites ailleurs que là où était le camion'
    when 4 then count(*) || ' position(s) d''un mouvement sur lequel la balise n''était pas'
    when 5 then count(*) || ' position(s) que la balise n''a jamais faites'
  end || ' (' || place || ', balise ' || f.device || ', à partir de ' || strftime(min(second), '%Y-%m-%dT%H:%M:%SZ') || ')' as reason,
  case when kind = 5 and any_value(d.is_incomplete) then 'interrupted' end as explained
from fault f join tracked_device d on d.stack = f.stack and d.platform = f.platform and d.device = f.device
group by kind, place, f.movement, f.platform, f.device
union all
select a.movement, [a.platform], [], 'le voyage consulté par ' || j.seat || ' ne se lit pas: '
    || case when j.is_cut then 'trop grand pour être conservé' else coalesce('réponse ' || j.status, 'aucune réponse') end,
  case when j.is_cut then 'body-not-kept' when j.status is null then 'link' end
from attachment a join journey_seen j on j.movement_key = a.movement_key
where j.is_cut or coalesce(j.status, 0) not in (200, 404);
