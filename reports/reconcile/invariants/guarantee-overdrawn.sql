-- fr: Aucune garantie n'est dépassée ni créditée deux fois
-- en: No guarantee is overdrawn or credited twice
-- requirements: GUA-002 GUA-003 GUA-013 GUA-015
-- exports need: guarantees
-- More is held at one time than the reference amount; or the register publishes more available than the reference amount less what
-- is surely held; or its own figures do not add up.
with overdrawn as (
  select x.stack, x.guarantee, x.reservation_id, x.movement, x.held_by, sum(y.amount) as total
  from reservation x
  join reservation y on y.stack = x.stack and y.guarantee = x.guarantee
  where y.held_at <= x.held_at and coalesce(y.freed_from, 'infinity') > x.held_at
  group by all
)
select h.movement, [substr(h.movement, 3, 2)] as seats, [h.held_by] as messages,
  'la garantie ' || h.guarantee || ' est affectée pour ' || h.total || ' XOF ; montant de référence ' || o.amount as reason, null as explained
from overdrawn h join opening_balance o on o.stack = h.stack and o.guarantee = h.guarantee
where h.total > o.amount
union all
select null, [b.seat], case when b.message_id is null then [] else [b.message_id] end,
  'la garantie ' || b.guarantee || ' a ' || b.available_amount || ' XOF disponibles ; au plus '
    || (o.amount - coalesce(sum(r.amount) filter (r.held_at < b.published_from and coalesce(r.freed_from, 'infinity') > b.published_at), 0)) || ' attendus', null
from guarantee_book b
join opening_balance o on o.stack = b.stack and o.guarantee = b.guarantee
left join reservation r on r.stack = b.stack and r.guarantee = b.guarantee
where b.available_amount is not null
group by b.stack, b.guarantee, b.seat, b.published_at, b.published_from, b.available_amount, b.message_id, o.amount
having b.available_amount > o.amount
  - coalesce(sum(r.amount) filter (r.held_at < b.published_from and coalesce(r.freed_from, 'infinity') > b.published_at), 0)
union all
select null, [seat], [], 'la garantie ' || guarantee || ' publie ' || available_amount || ' XOF disponibles, ' || reserved_amount || ' affectés, '
  || reference_amount || ' de référence: les montants ne concordent pas', null
from guarantee_book
where reference_amount is not null and reservations is not null
  and (available_amount <> reference_amount - reserved_amount
    or reserved_amount <> coalesce(list_sum(list_transform(reservations, r -> r.amount)), 0) or available_amount < 0);
