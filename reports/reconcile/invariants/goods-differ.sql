-- fr: Les marchandises sont les mêmes dans tous les livres
-- en: The goods are the same in all books
-- requirements: LED-002 QRY-001
-- The goods that the ledger publishes, or that the hub gives in answer to a query, are not those of the transit notice in force:
-- heading, packages or mass of an item, or a total.
with goods as (
  select stack, movement, sender as seat, message_id, effect_from as valid_from, 'notice' as book, payload as notice, null::timestamp as asked_at
  from act where wire_code = 'AT01' and standing = 'in effect'
  union all
  select stack, movement, null, null, entered_at, 'notice', notice, null from entered_by_answer
  union all
  select stack, movement, seat, null, null, 'ledger', notice, begun_at from ledger_entry
  union all
  select stack, payload ->> '$.movement.transitReference', 'hub', message_id, null, 'answer', payload -> '$.movement.notice', begun_at
  from content where wire_code = 'AT11' and seat = 'hub' and json_exists(payload, '$.movement.notice')
),
counted as (
  select * exclude notice,
    (notice ->> '$.totalGrossMassKg') || '/' || (notice ->> '$.totalPackages') || '/' || cast(list_sort(from_json(notice -> '$.items',
      '[{"sequence": "INTEGER", "hsCode": "VARCHAR", "packages": {"kind": "VARCHAR", "count": "INTEGER"}, "grossMassKg": "DOUBLE", "netMassKg": "DOUBLE"}]')) as varchar) as goods
  from goods
),
-- The notice in force when the book was published, and any that took effect while it was.
candidate as (
  select p.stack, p.movement, p.seat, p.message_id, p.book, p.asked_at, p.goods,
    list(n.goods) as possible, list(n.message_id) filter (n.message_id is not null) as notices
  from counted p join counted n on n.stack = p.stack and n.movement = p.movement and n.book = 'notice'
  where p.book <> 'notice'
    and n.valid_from >= coalesce((select max(i.valid_from) from counted i where i.book = 'notice' and i.stack = p.stack
      and i.movement = p.movement and i.valid_from < p.asked_at - interval 1 second), n.valid_from)
  group by all
)
select movement, [seat] as seats, list_concat(notices, case when message_id is null then [] else [message_id] end) as messages,
  case book when 'ledger' then 'le registre consulté par ' || seat else 'la réponse du hub à une demande' end || ' donne d''autres marchandises que l''avis de transit en vigueur' as reason,
  null as explained
from candidate where not list_contains(possible, goods);
