-- fr: Aucune garantie n'est dépassée ni créditée deux fois
-- en: No guarantee is overdrawn or credited twice
-- requirements: GUA-002 GUA-003 GUA-013 GUA-015
-- More is held at one time than the reference amount; or the register publishes more available than the reference amount less what
-- is surely held; or its own figures do not add up.
with opening as (
  select stack, guarantee, any_value(reference_amount) as amount
  from guarantee_operation where operation = 'REGISTER' and accepted and reference_amount is not null group by all
),
answered as (
  select stack, guarantee, reservation_id, min(answered_at) as held_at, arg_min(message_id, answered_at) as message_id from guarantee_operation
  where operation = 'RESERVE' and accepted group by all
),
held as (
  select r.stack, r.guarantee, r.movement, r.amount, r.freed_from, a.held_at, a.message_id from reservation r
  join answered a on a.stack = r.stack and a.guarantee = r.guarantee and a.reservation_id = r.reservation_id
)
select h.movement, [substr(h.movement, 3, 2)] as seats, [h.message_id] as messages,
  'la garantie ' || h.guarantee || ' est affectée pour ' || h.total || ' XOF ; montant de référence ' || o.amount as reason, null as explained
from (
  select x.stack, x.guarantee, x.movement, x.held_at, sum(y.amount) as total, any_value(x.message_id) as message_id
  from held x
  join held y on y.stack = x.stack and y.guarantee = x.guarantee and y.held_at <= x.held_at and coalesce(y.freed_from, 'infinity') > x.held_at
  group by x.stack, x.guarantee, x.movement, x.held_at
) h join opening o on o.stack = h.stack and o.guarantee = h.guarantee
where h.total > o.amount
union all
select null, [b.seat], case when b.message_id is null then [] else [b.message_id] end,
  'la garantie ' || b.guarantee || ' a ' || b.available_amount || ' XOF disponibles ; au plus ' || (o.amount - coalesce(sum(h.amount), 0)) || ' attendus', null
from guarantee_book b
join opening o on o.stack = b.stack and o.guarantee = b.guarantee
left join held h on h.stack = b.stack and h.guarantee = b.guarantee and h.held_at < b.published_from and coalesce(h.freed_from, 'infinity') > b.published_at
where b.available_amount is not null
group by b.stack, b.guarantee, b.seat, b.published_at, b.available_amount, b.message_id, o.amount
having b.available_amount > o.amount - coalesce(sum(h.amount), 0)
union all
select null, [seat], [], 'la garantie ' || guarantee || ' publie ' || available_amount || ' XOF disponibles, ' || reserved_amount || ' affectés, '
  || reference_amount || ' de référence: les montants ne concordent pas', null
from guarantee_book
where reference_amount is not null and reservations is not null
  and (available_amount <> reference_amount - reserved_amount
    or reserved_amount <> coalesce(list_sum(list_transform(reservations, r -> r.amount)), 0) or available_amount < 0);
