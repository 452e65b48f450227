-- fr: Tous les destinataires reçoivent les octets déposés
-- en: All recipients receive the bytes that were submitted
-- requirements: ENV-004 RTE-006
-- What reached a seat is not, byte for byte, what the sender submitted; or, where the sender's traffic is not in the evidence,
-- two seats received different bytes of one message.
select d.movement, [d.seat] as seats, [d.message_id] as messages,
  'le message remis à ' || d.seat || ' n''est pas, octet pour octet, celui que ' || d.sender || ' a déposé' as reason, null as explained
from delivery d
join message m on m.stack = d.stack and m.sender = d.sender and m.message_id = d.message_id
where m.acknowledged and not list_has_all(m.digests, d.digests)
union all
select any_value(movement), list(distinct seat order by seat), [message_id],
  'les destinataires n''ont pas reçu les mêmes octets du message de ' || sender, null
from (select *, unnest(digests) as digest from delivery) d
anti join observed_seat o on o.stack = d.stack and o.seat = d.sender
where sender <> 'hub'
group by stack, sender, message_id having count(distinct digest) > 1;
