-- What exports of a pilot hold, where the evidence is nothing else: an invariant names in its header what it needs (`exports need`),
-- and is left out, and said to be, where that is not there. A wire is never there: lines of an export were read by columns.
create table export_fact as
from (values
  ('wire', false),
  ('submissions', exists (from message where submitted)),
  ('deliveries', exists (from delivery)),
  ('cursors', exists (from delivery where cursor is not null)),
  ('itineraries', exists (from itinerary)),
  ('ends', exists (from message where submitted and wire_code in ('AT03', 'AT09'))),
  ('bases', exists (from act where basis is not null)),
  ('controls', exists (from act where result is not null)),
  ('arrivals', exists (from act where wire_code = 'AT07')),
  ('passage-times', exists (from act where passed_at is not null)),
  ('limits', exists (from act where limit_at is not null)),
  ('seal-checks', exists (from message where submitted and wire_code in ('AT05', 'AT07') and said[case wire_code when 'AT05' then 6 else 3 end] is not null)
    and exists (from message where submitted and wire_code in ('AT01', 'AT02') and said[case wire_code when 'AT01' then 6 else 2 end] is not null)),
  ('weighings', exists (from message where submitted and wire_code in ('AT07', 'AT08') and said[case wire_code when 'AT07' then 5 else 3 end] like '%MassKg%')
    and exists (from message where submitted and wire_code = 'AT01' and contains(said[3], '"kind"'))),
  ('findings', exists (from message where wire_code = 'AT93')),
  ('hub-clock', exists (from clock where hub_now is not null)),
  ('guarantees', exists (from reservation)),
  ('ledger', exists (from ledger_entry)),
  ('published-goods', exists (from ledger_entry) or exists (from message where wire_code = 'AT11' and sender = 'hub' and said[2] is not null)),
  ('books', exists (from consultation where kind = 'query'))
) as fact(need, holds);

-- Movements of which less can be said: their beginning, or the traffic of a country on the road, is in no export.
create table export_gap as
select 'beginnings' as need, count(distinct m.movement_key)::integer as movements
from message m semi join headless_movement h on h.movement_key = m.movement_key where m.submitted
union all
select 'senders', count(*)::integer from movement m
anti join headless_movement h on h.movement_key = m.movement_key anti join whole_movement w on w.movement_key = m.movement_key
where m.exported and m.registered_at is not null;
