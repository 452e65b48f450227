-- fr: Toute rupture des scellés est signalée
-- en: Every break of the seals is told
-- requirements: PAS-011 PAS-012 INC-005
-- A check at a passage or arrival shows seals broken, absent, or other than those in force - the seals of the release, with what
-- was lawfully replaced and reported since - and no finding `seals-discontinued` names it (P16).
with base as (
  select stack, movement, arg_max(payload, wire_code) as payload
  from act where standing = 'in effect' and wire_code in ('AT01', 'AT02') group by all
),
sighting as (
  select a.stack, a.movement, a.sender, a.message_id, a.office, a.effect_from,
    coalesce(a.passed_at, try_cast(coalesce(a.payload ->> '$.arrivedAt', a.payload ->> '$.occurredAt') as timestamp)) as seen_at,
    a.payload ->> '$.seals.state' as state,
    list_distinct(from_json(a.payload -> '$.seals.numbers', '["VARCHAR"]')) as numbers,
    from_json(a.payload -> '$.seals.replaced', '[{"old": "VARCHAR", "new": "VARCHAR"}]') as replaced,
    case when a.wire_code = 'AT06' then from_json(a.payload -> '$.newSeals[*].number', '["VARCHAR"]') end as new_seals,
    from_json(b.payload -> '$.seals[*].number', '["VARCHAR"]') as released_seals
  from act a join base b on b.stack = a.stack and b.movement = a.movement
  semi join whole_movement w on w.stack = a.stack and w.movement = a.movement
  where a.standing = 'in effect' and (a.wire_code in ('AT05', 'AT07') or a.wire_code = 'AT06' and json_exists(a.payload, '$.newSeals'))
),
-- Only movements where something was seen that is not plainly the seals of the release.
stirred as (
  select * from sighting
  qualify bool_or(new_seals is not null or state not in ('intact') or len(coalesce(replaced, [])) > 0
    or list_sort(numbers) is distinct from list_sort(released_seals)) over (partition by stack, movement)
),
in_order as (
  select *, row_number() over (partition by stack, movement order by seen_at, effect_from) as place from stirred
),
-- All that was sealed anew since the release or the last report of new seals, and all that was taken off since.
in_force as (
  select c.stack, c.movement, c.sender, c.message_id, c.office, c.state, c.numbers,
    coalesce(arg_max(s.new_seals, s.place) filter (s.new_seals is not null), any_value(c.released_seals)) as sealed,
    coalesce(max(s.place) filter (s.new_seals is not null), 0) as anew, c.place
  from in_order c join in_order s on s.stack = c.stack and s.movement = c.movement and s.place <= c.place
  where c.new_seals is null
  group by all
),
expected as (
  select f.stack, f.movement, f.sender, f.message_id, f.office, f.state, f.numbers,
    list_filter(list_distinct(list_concat(f.sealed, coalesce(flatten(list(list_transform(s.replaced, r -> r.new))), []))),
      n -> not list_contains(coalesce(flatten(list(list_transform(s.replaced, r -> r.old))), []), n)) as expected
  from in_force f
  left join in_order s on s.stack = f.stack and s.movement = f.movement and s.place > f.anew and s.place <= f.place and len(s.replaced) > 0
  group by f.stack, f.movement, f.sender, f.message_id, f.office, f.state, f.numbers, f.sealed
)
select movement, [sender] as seats, [message_id] as messages,
  'scellés au bureau ' || coalesce(office, '?') || ': ' || coalesce(state, '?') || ', ' || coalesce(nullif(array_to_string(numbers, ', '), ''), 'aucun numéro')
    || ' ; en vigueur: ' || coalesce(nullif(array_to_string(expected, ', '), ''), 'aucun') as reason,
  null as explained
from expected e
anti join raised_finding f on f.stack = e.stack and f.movement = e.movement and f.kind = 'seals-discontinued'
  and coalesce(f.relates_to, e.message_id) = e.message_id
where (len(expected) > 0 and state in ('broken', 'absent')) or list_sort(expected) is distinct from list_sort(numbers);
