-- fr: Aucun apurement sans arrivée contrôlée
-- en: No discharge without a controlled arrival
-- requirements: DIS-001 DIS-002 DIS-003
-- exports need: itineraries controls bases
-- A movement is discharged as conform, or after resolved differences, though no arrival with a control result is in effect; or as
-- conform though the last control found differences. The stack should have refused the discharge.
with control as (
  select movement_key, bool_or(wire_code = 'AT07') as arrived, arg_max(result, effect_from) filter (result is not null) as result
  from act where standing = 'in effect' and wire_code in ('AT07', 'AT08') group by all
),
partial as (
  select distinct movement_key from act where standing = 'in effect' and basis = 'PARTIAL'
)
select a.movement, [a.sender] as seats, [a.message_id] as messages,
  'apuré (' || a.basis || ') ' || case
    when not coalesce(c.arrived, false) then 'sans avis d''arrivée'
    when c.result is null then 'sans résultat du contrôle'
    else 'alors que le dernier contrôle donne ' || c.result end as reason,
  null as explained
from act a
semi join whole_movement w on w.movement_key = a.movement_key
left join control c on c.movement_key = a.movement_key
left join partial p on p.movement_key = a.movement_key
where a.standing = 'in effect' and a.basis in ('CONFORM', 'RESOLVED')
  and (not coalesce(c.arrived, false) or c.result is null or a.basis = 'CONFORM' and c.result in ('A5', 'B1') and p.movement_key is null);
