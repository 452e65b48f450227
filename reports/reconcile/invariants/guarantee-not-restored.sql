-- fr: L'apurement et l'annulation libèrent la garantie
-- en: Discharge and cancellation free the guarantee
-- requirements: GUA-005 GUA-006 GUA-022
-- exports need: guarantees
-- The register still holds an amount for a movement that is discharged or cancelled, or whose reservation was released; or it has
-- less available than what is held for open movements explains.
with listed as (
  select stack, guarantee, published_from, seat, unnest(reservations) as held from guarantee_book
)
select l.held."transitReference" as movement, [l.seat] as seats, [r.freed_by] as messages,
  'la garantie ' || l.guarantee || ' retient encore ' || l.held.amount || ' XOF' as reason, null as explained
from listed l join reservation r on r.stack = l.stack and r.guarantee = l.guarantee and r.reservation_id = l.held."reservationId"
where r.settled_at < l.published_from
union all
select null, [b.seat], list(r.freed_by) filter (r.freed_by is not null),
  'la garantie ' || b.guarantee || ' a ' || b.available_amount || ' XOF disponibles ; au moins ' || (o.amount - coalesce(sum(r.amount)
    filter (r.held_from <= b.published_at and coalesce(r.settled_at, 'infinity') >= b.published_from), 0)) || ' attendus', null
from guarantee_book b
join opening_balance o on o.stack = b.stack and o.guarantee = b.guarantee
left join reservation r on r.stack = b.stack and r.guarantee = b.guarantee
where b.available_amount is not null and b.reservations is null
group by b.stack, b.guarantee, b.seat, b.published_at, b.published_from, b.available_amount, b.message_id, o.amount
having b.available_amount < o.amount - coalesce(sum(r.amount)
  filter (r.held_from <= b.published_at and coalesce(r.settled_at, 'infinity') >= b.published_from), 0);
