-- fr: Un résultat conforme ne cache pas d'écart de masse
-- en: A satisfactory result hides no difference of mass
-- requirements: CTL-001 CTL-002
-- The control calls satisfactory (A1, A2) a mass that is off by more than the tolerance for its kind of goods (P16): 2 % in bulk,
-- 0.5 % liquid, 1 % packed, by the profile. A difference of mass under result A5 or B1 is told, and no finding.
with difference as (
  select a.stack, a.movement, a.sender, a.message_id, a.result,
    unnest(from_json(coalesce(a.payload -> '$.differences', a.payload -> '$.controlResult.differences'),
      '[{"pointer": "VARCHAR", "declared": "VARCHAR", "found": "VARCHAR"}]')) as d
  from act a where a.standing = 'in effect' and a.wire_code in ('AT07', 'AT08') and a.result in ('A1', 'A2')
),
notice as (
  select stack, movement, arg_max(payload, effect_from) as payload from act where wire_code = 'AT01' and standing = 'in effect' group by all
),
mass as (
  select x.*, d.pointer as pointer,
    coalesce(try_cast(regexp_extract(d.declared, '[0-9.]+') as double), try_cast(try(json_extract_string(n.payload, d.pointer)) as double)) as declared_kg,
    try_cast(regexp_extract(d.found, '[0-9.]+') as double) as found_kg,
    json_extract_string(n.payload, '/items/' || coalesce(nullif(regexp_extract(d.pointer, '^/items/(\d+)/', 1), ''), '0') || '/packages/kind') as package
  from difference x join notice n on n.stack = x.stack and n.movement = x.movement
  where d.pointer like '%MassKg'
)
select movement, [sender] as seats, [message_id] as messages,
  'résultat ' || result || ' malgré ' || found_kg || ' kg trouvés pour ' || declared_kg || ' kg déclarés (' || pointer || ')' as reason, null as explained
from mass join tolerance t
  on t.goods = case when package in ('VL', 'VG', 'VQ') then 'liquid' when package like 'V%' then 'bulk' else 'packed' end
where abs(found_kg - declared_kg) > declared_kg * t.mass_share + 0.0005;
