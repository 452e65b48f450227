-- fr: Un résultat conforme ne cache pas d'écart de masse
-- en: A satisfactory result hides no difference of mass
-- requirements: CTL-001 CTL-002
-- The control calls satisfactory (A1, A2) a mass that is off by more than the tolerance for its kind of goods (P16): 2 % in bulk,
-- 0.5 % liquid, 1 % packed, by the profile. A difference of mass under result A5 or B1 is told, and no finding.
with difference as (
  select a.movement_key, a.movement, a.sender, a.message_id, a.result,
    unnest(from_json(case a.wire_code when 'AT07' then m.said[5] else m.said[3] end,
      '[{"pointer": "VARCHAR", "declared": "VARCHAR", "found": "VARCHAR"}]')) as d
  from act a join message m on m.key = a.key
  where a.standing = 'in effect' and a.result in ('A1', 'A2')
    and json_valid(case a.wire_code when 'AT07' then m.said[5] else m.said[3] end)
),
mass as (
  select *, d.pointer as pointer, try_cast(regexp_extract(d.found, '[0-9.]+') as double) as found_kg,
    try_cast(nullif(regexp_extract(d.pointer, '^/items/(\d+)/', 1), '') as integer) as item
  from difference where d.pointer like '%MassKg'
),
declared as (
  select x.*,
    coalesce(try_cast(regexp_extract(d.declared, '[0-9.]+') as double), try_cast(case when item is null then m.said[4]
      else json_extract_string(m.said[3], '$[' || item || '].grossMassKg') end as double)) as declared_kg,
    json_extract_string(m.said[3], '$[' || coalesce(item, 0) || '].packages.kind') as package
  from mass x
  join (select movement_key, arg_max(key, effect_from) as key from act where wire_code = 'AT01' and standing = 'in effect' group by all) n
    on n.movement_key = x.movement_key
  join message m on m.key = n.key
)
select movement, [sender] as seats, [message_id] as messages,
  'résultat ' || result || ' malgré ' || found_kg || ' kg trouvés pour ' || declared_kg || ' kg déclarés (' || pointer || ')' as reason, null as explained
from declared join tolerance t
  on t.goods = case when package in ('VL', 'VG', 'VQ') then 'liquid' when package like 'V%' then 'bulk' else 'packed' end
where abs(found_kg - declared_kg) > declared_kg * t.mass_share + 0.0005;
