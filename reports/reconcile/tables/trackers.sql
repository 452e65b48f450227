-- What devices made of their reports, and what the stack tells of them. Instants to the second: the coarsest that a protocol writes.

-- Two places nearer than this are one. @source assumption: above what the coarsest protocol rounds (0.2 m), far below a wrong place
set variable same_place_m = 10;

-- A file in which a process did not come to its end, or a line cannot be read: of what it does not hold nothing can be said.
create table truth_file as
select file, any_value(hash(coalesce(stack, ''))) filter (mark is not null) as stack,
  count(*) filter (mark = 'begun') > count(*) filter (mark = 'ended')
    or bool_or(mark is null and (platform is null or "deviceId" is null or instant("at") is null or fate is null)) as is_incomplete
from truth_line group by file;

create table report_made as
select f.stack, l.platform, l."deviceId" as device, instant(l."at") as "at", date_trunc('second', instant(l."at")) as second,
  l.lat, l.lon, l.fate, f.is_incomplete
from truth_line l join truth_file f on f.file = l.file
where l.mark is null and l.platform is not null and l."deviceId" is not null and instant(l."at") is not null;

drop table truth_line;

create table tracked_device as
select stack, platform, device, bool_or(is_incomplete) as is_incomplete,
  max(second) filter (fate = 'taken') as last_taken, max(second) filter (fate <> 'unsent') as last_sent
from report_made group by all;

-- From when to when a device was on a movement, as the offices told it and the stack took it: acknowledged, or delivered to somebody,
-- which also holds of what a sender that was cut off did not write down.
create table attachment as
with taken as (
  select * from message
  where wire_code in ('AT09', 'AT16') and not refused and said is not null and (acknowledged or key in (select key from delivery))
),
told as (
  select movement_key, movement, stack, said[3] as action, said[1] as platform, said[4] as device, said[2] as relieved_platform,
    said[6] as relieved_device, instant(said[5]) as "at"
  from taken where wire_code = 'AT16'
),
put_on as (
  select movement_key, movement, stack, platform, device, "at" from told where action in ('ATTACH', 'TRANSFER') and "at" is not null
),
taken_off as (
  select movement_key, platform, device, "at" from told where action = 'DETACH'
  union all select movement_key, relieved_platform, relieved_device, "at" from told where action = 'TRANSFER'
  -- The end of a movement frees its device, whatever was told of it.
  union all
  select p.movement_key, p.platform, p.device, instant(t.said[2])
  from put_on p join taken t on t.movement_key = p.movement_key and t.wire_code = 'AT09'
  where t.said[1] <> 'PARTIAL'
)
select p.movement_key, any_value(p.movement) as movement, any_value(p.stack) as stack, p.platform, p.device, p."at" as attached_at,
  min(o."at") as detached_at
from put_on p
semi join tracked_device d on d.stack = p.stack and d.platform = p.platform and d.device = p.device
left join taken_off o on o.movement_key = p.movement_key and o.platform = p.platform and o.device = p.device and o."at" >= p."at"
group by p.movement_key, p.platform, p.device, p."at";

-- The journeys as they were published last.
create table journey_seen as
select stack, split_part(path, '/', 4) as movement, hash(stack, split_part(path, '/', 4)) as movement_key, seat, status, answer,
  status = 200 and not answer_kept as is_cut
from consultation
where kind = 'query' and path like '/v0/journeys/%'
qualify row_number() over (partition by stack, path order by begun_at desc) = 1;

-- Every position that the stack tells of a device whose truth is known: in a journey, or to a seat.
create table position_told as
with listed as (
  select 'voyage' as place, stack, movement_key, movement, seat, null as message_id, unnest(from_json(answer -> 'positions', '[{"platform": "VARCHAR",
    "deviceId": "VARCHAR", "recordedAt": "VARCHAR", "position": {"latitudeDeg": "DOUBLE", "longitudeDeg": "DOUBLE"}}]')) as told
  from journey_seen where status = 200
),
every as (
  select place, stack, movement_key, movement, message_id, told.platform as platform, told."deviceId" as device,
    instant(told."recordedAt") as "at", told."position"."latitudeDeg" as lat, told."position"."longitudeDeg" as lon
  from listed
  union all
  select 'remise', stack, movement_key, movement, message_id, sender, said[3], instant(said[4]), try_cast(said[5] as double), try_cast(said[6] as double)
  from message where wire_code = 'AT17' and said[2] = 'POSITION' and not refused
)
select e.*, date_trunc('second', e."at") as second
from every e semi join tracked_device d on d.stack = e.stack and d.platform = e.platform and d.device = e.device;
