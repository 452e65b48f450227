-- fr: Toute rupture des scellés est signalée
-- en: Every break of the seals is told
-- requirements: PAS-011 PAS-012 INC-005
-- exports need: findings itineraries seal-checks
-- A check at a passage or arrival shows seals broken, absent, or other than those in force - the seals of the release, with what
-- was lawfully replaced and reported since - and no finding `seals-discontinued` names it (P16).
with released as (
  select a.movement_key, arg_max(case a.wire_code when 'AT01' then m.said[6] else m.said[2] end, a.wire_code) as seals
  from act a join message m on m.key = a.key
  where a.standing = 'in effect' and a.wire_code in ('AT01', 'AT02') group by all
),
base as (
  select movement_key, json_extract_string(seals, '$[*].number') as numbers from released where json_valid(seals)
),
sighting as (
  select a.key, a.movement_key, a.office, a.effect_from, a.wire_code = 'AT06' as resealed, b.numbers as released_seals,
    case a.wire_code when 'AT05' then m.said[6] else m.said[3] end as seals,
    case a.wire_code when 'AT05' then m.said[5] else m.said[2] end as seen_at
  from act a join base b on b.movement_key = a.movement_key join message m on m.key = a.key
  where a.standing = 'in effect' and a.wire_code in ('AT05', 'AT06', 'AT07')
),
seen as materialized (
  select *, json_extract(seals, ['$.state', '$.numbers', '$.replaced']) as s
  from sighting where json_valid(seals)
),
-- Only movements where something was seen that is not plainly the seals of the release, in their order.
stirring as materialized (
  select distinct movement_key from seen
  where resealed or s[1] is distinct from '"intact"' or s[3] is not null or s[2]::varchar <> to_json(released_seals)::varchar
),
stirred as materialized (
  select key, movement_key, office, s[1] ->> '$' as state, released_seals,
    list_distinct(from_json(s[2], '["VARCHAR"]')) as numbers,
    from_json(s[3], '[{"old": "VARCHAR", "new": "VARCHAR"}]') as replaced,
    case when resealed then json_extract_string(seals, '$[*].number') end as new_seals,
    row_number() over (partition by movement_key order by instant(seen_at), effect_from) as place
  from seen
  where movement_key in (select movement_key from stirring) and movement_key in (select movement_key from whole_movement)
),
-- All that was sealed anew since the release or the last report of new seals, and all that was taken off since.
in_force as (
  select c.key, c.movement_key, c.office, c.state, c.numbers, c.place,
    coalesce(arg_max(s.new_seals, s.place) filter (s.new_seals is not null), any_value(c.released_seals)) as sealed,
    coalesce(max(s.place) filter (s.new_seals is not null), 0) as anew
  from stirred c join stirred s on s.movement_key = c.movement_key and s.place <= c.place
  where c.new_seals is null
  group by all
),
-- Replacements told since then, the check's own among them.
replaced as (
  select f.key, flatten(list(list_transform(s.replaced, r -> r.new))) as entered, flatten(list(list_transform(s.replaced, r -> r.old))) as left_off
  from in_force f join stirred s on s.movement_key = f.movement_key and s.place > f.anew and s.place <= f.place
  where len(s.replaced) > 0
  group by f.key
),
expected as (
  select f.*, list_filter(list_distinct(list_concat(f.sealed, coalesce(r.entered, []))), n -> not list_contains(coalesce(r.left_off, []), n)) as expected
  from in_force f left join replaced r on r.key = f.key
),
told as (
  select movement_key, relates_to from raised_finding where kind = 'seals-discontinued'
)
select m.movement, [m.sender] as seats, [m.message_id] as messages,
  'scellés au bureau ' || coalesce(office, '?') || ': ' || coalesce(state, '?') || ', ' || coalesce(nullif(array_to_string(numbers, ', '), ''), 'aucun numéro')
    || ' ; en vigueur: ' || coalesce(nullif(array_to_string(expected, ', '), ''), 'aucun') as reason,
  null as explained
from expected e join message m on m.key = e.key
where ((len(expected) > 0 and state in ('broken', 'absent')) or list_sort(expected) is distinct from list_sort(numbers))
  and not exists (from told t where t.movement_key = e.movement_key and t.relates_to = m.message_id)
  and not exists (from told t where t.movement_key = e.movement_key and t.relates_to is null);
