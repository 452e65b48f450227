-- fr: Tous les destinataires reçoivent les octets déposés
-- en: All recipients receive the bytes that were submitted
-- requirements: ENV-004 RTE-006
-- exports need: deliveries
-- What reached a seat is not, byte for byte, what the sender submitted; or, where the sender's traffic is not in the evidence,
-- two seats received different bytes of one message. An export has no bytes: the content that all exports give is compared.
with altered as (
  select d.key, [d.seat] as seats, 'le message remis à ' || d.seat || case when d.exported or m.exported
    then ' ne dit pas, dans les exports, ce que ' || m.sender || ' a déposé'
    else ' n''est pas, octet pour octet, celui que ' || m.sender || ' a déposé' end as reason
  from delivery d join message m on m.key = d.key
  where m.acknowledged and d.least_digest is not null
    and not (list_contains(m.digests, d.least_digest) and list_contains(m.digests, d.greatest_digest))
  union all
  select key, list(distinct seat order by seat), 'les destinataires n''ont pas reçu ' || case when bool_or(d.exported) then 'le même contenu' else 'les mêmes octets' end
    || ' du message de ' || any_value(sender)
  from delivery d anti join observed_seat o on o.stack = d.stack and o.seat = d.sender and o.sends
  where sender <> 'hub'
  group by key having min(least_digest) <> max(greatest_digest)
)
select m.movement, a.seats, [m.message_id] as messages, a.reason, null as explained
from altered a join message m on m.key = a.key;
