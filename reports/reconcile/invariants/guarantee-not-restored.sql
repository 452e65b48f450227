-- fr: L'apurement et l'annulation libèrent la garantie
-- en: Discharge and cancellation free the guarantee
-- requirements: GUA-005 GUA-006 GUA-022
-- The register still holds an amount for a movement that is discharged or cancelled, or whose reservation was released; or it has
-- less available than what is held for open movements explains.
with freed as (
  select r.*, coalesce(s.settled_at, r.freed_at) as settled_at
  from reservation r left join settled s on s.stack = r.stack and s.message_id = r.freed_by
  where r.freed_at is not null
),
listed as (
  select stack, guarantee, published_from, seat, unnest(reservations) as held from guarantee_book
),
opening as (
  select stack, guarantee, any_value(reference_amount) as amount
  from guarantee_operation where operation = 'REGISTER' and accepted and reference_amount is not null group by all
)
select l.held."transitReference" as movement, [l.seat] as seats, [f.freed_by] as messages,
  'la garantie ' || l.guarantee || ' retient encore ' || l.held.amount || ' XOF' as reason, null as explained
from listed l join freed f on f.stack = l.stack and f.guarantee = l.guarantee and f.reservation_id = l.held."reservationId"
where f.settled_at < l.published_from
union all
select null, [b.seat], list(r.freed_by) filter (r.freed_by is not null),
  'la garantie ' || b.guarantee || ' a ' || b.available_amount || ' XOF disponibles ; au moins ' || (o.amount - coalesce(sum(r.amount)
    filter (r.held_from <= b.published_at and (r.freed_at is null or coalesce(r.settled_at, r.freed_at) >= b.published_from)), 0)) || ' attendus', null
from guarantee_book b
join opening o on o.stack = b.stack and o.guarantee = b.guarantee
left join (select r.*, f.settled_at from reservation r left join freed f on f.stack = r.stack and f.guarantee = r.guarantee and f.reservation_id = r.reservation_id) r
  on r.stack = b.stack and r.guarantee = b.guarantee
where b.available_amount is not null and b.reservations is null
group by b.stack, b.guarantee, b.seat, b.published_at, b.published_from, b.available_amount, b.message_id, o.amount
having b.available_amount < o.amount - coalesce(sum(r.amount)
  filter (r.held_from <= b.published_at and (r.freed_at is null or coalesce(r.settled_at, r.freed_at) >= b.published_from)), 0);
