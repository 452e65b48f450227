-- fr: Les marchandises sont les mêmes dans tous les livres
-- en: The goods are the same in all books
-- requirements: LED-002 QRY-001
-- exports need: published-goods
-- The goods that the ledger publishes, or that the hub gives in answer to a query, are not those of the transit notice in force:
-- heading, packages or mass of an item, or a total.
with book as (
  select movement_key, movement, seat, null as message_id, 'le registre consulté par ' || seat as name, begun_at, notice
  from ledger_entry where status = 200 and notice is not null
  union all
  select t.movement_key, t.movement, 'hub', m.message_id, 'la réponse du hub à une demande', m.begun_at, try(json_extract(m.said[2], '$.notice'))
  from told_by_hub t join message m on m.key = t.key
  where m.wire_code = 'AT11' and try(json_exists(m.said[2], '$.notice'))
),
notice as (
  select a.movement_key, a.message_id, a.effect_from, m.said[3] as items, m.said[4] as mass, m.said[5] as packages
  from act a join message m on m.key = a.key
  where a.wire_code = 'AT01' and a.standing = 'in effect' and a.movement_key in (select movement_key from book)
  union all
  select movement_key, null, entered_at, json_extract_string(notice, '$.items'), json_extract_string(notice, '$.totalGrossMassKg'),
    json_extract_string(notice, '$.totalPackages')
  from entered_by_answer
),
goods as (
  select *, coalesce(mass, '?') || '/' || coalesce(packages, '?') || '/' || coalesce(cast(list_sort(from_json(case when json_valid(items) then items end,
    '[{"sequence": "INTEGER", "hsCode": "VARCHAR", "packages": {"kind": "VARCHAR", "count": "INTEGER"}, "grossMassKg": "DOUBLE", "netMassKg": "DOUBLE"}]')) as varchar), '?') as goods
  from (
    select movement_key, message_id, effect_from, items, mass, packages, null as name, null as movement, null as seat from notice where json_valid(items)
    union all
    select movement_key, message_id, begun_at, json_extract_string(notice, '$.items'), json_extract_string(notice, '$.totalGrossMassKg'),
      json_extract_string(notice, '$.totalPackages'), name, movement, seat
    from book where try(json_exists(notice, '$.items'))
  )
),
-- The notice in force when the book was published, and any that took effect while it was.
compared as (
  select b.*, list(n.goods) as possible, list(n.message_id) filter (n.message_id is not null) as notices
  from goods b join goods n on n.movement_key = b.movement_key and n.name is null
  where b.name is not null
    and n.effect_from >= coalesce((select max(i.effect_from) from notice i
      where i.movement_key = b.movement_key and i.effect_from < b.effect_from - interval 1 second), n.effect_from)
  group by all
)
select movement, [seat] as seats, list_concat(notices, case when message_id is null then [] else [message_id] end) as messages,
  name || ' donne d''autres marchandises que l''avis de transit en vigueur' as reason, null as explained
from compared where not list_contains(possible, goods);
