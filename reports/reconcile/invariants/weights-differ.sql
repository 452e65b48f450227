-- fr: Un résultat conforme ne cache pas d'écart de masse
-- en: A satisfactory result hides no difference of mass
-- requirements: CTL-022
-- exports need: weighings
-- A control calls satisfactory (A1, A2) a mass that it found itself to be off by more than the tolerance of its goods (P16): gross
-- compared with gross and net with net, as the notice in force declares them; a total by the strictest kind aboard. What the hub
-- makes of a result A5 or B1 (CTL-020, CTL-021) is judged by scenarios.
with difference as (
  select a.movement_key, a.movement, a.sender, a.message_id, a.result,
    unnest(from_json(case a.wire_code when 'AT07' then m.said[5] else m.said[3] end, '[{"pointer": "VARCHAR", "found": "VARCHAR"}]')) as d
  from act a join message m on m.key = a.key
  where a.standing = 'in effect' and a.result in ('A1', 'A2')
    and json_valid(case a.wire_code when 'AT07' then m.said[5] else m.said[3] end)
),
-- A mass in kg is digits with at most three decimals; a difference that says anything else compares nothing.
mass as (
  select * exclude d, d.pointer as pointer, try_cast(d.found as double) as found_kg,
    try_cast(nullif(regexp_extract(d.pointer, '^/items/(\d+)/', 1), '') as integer) as item
  from difference
  where regexp_full_match(d.pointer, '/totalGrossMassKg|/items/\d+/(grossMassKg|netMassKg)') and regexp_full_match(d.found, '\d+(\.\d{1,3})?')
),
notice as (
  select a.movement_key, arg_max(a.key, a.effect_from) as key
  from act a join mass x on x.movement_key = a.movement_key
  where a.wire_code = 'AT01' and a.standing = 'in effect' group by all
),
aboard as (
  select key, unnest(packages) as package, generate_subscripts(packages, 1) - 1 as item
  from (select n.key, try(json_extract_string(m.said[3], '$[*].packages.kind')) as packages from notice n join message m on m.key = n.key)
),
declared as (
  select x.*, n.key, try_cast(case when item is null then m.said[4]
    else try(json_extract_string(m.said[3], '$[' || item || '].' || split_part(pointer, '/', 4))) end as double) as declared_kg
  from mass x join notice n on n.movement_key = x.movement_key join message m on m.key = n.key
)
select movement, [sender] as seats, [message_id] as messages,
  'résultat ' || result || ' malgré ' || found_kg || ' kg trouvés pour ' || declared_kg || ' kg déclarés (' || pointer || ')' as reason, null as explained
from declared d
join aboard b on b.key = d.key and (d.item is null or b.item = d.item)
join package_kind p on p.code = b.package
join tolerance t on t.goods = p.goods
group by movement, sender, message_id, result, pointer, found_kg, declared_kg
having abs(found_kg - declared_kg) > declared_kg * min(t.mass_share) + getvariable('mass_rounding_kg');
