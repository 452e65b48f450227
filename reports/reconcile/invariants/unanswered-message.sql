-- fr: Aucun message métier ne reste sans réponse
-- en: No business message stays unanswered
-- requirements: TIM-002 QRY-001 QRY-007 GUA-002
-- exports need: submissions
-- A submission never had an answer, however often it was repeated; or a request to the register, a query or an enquiry was
-- accepted and never answered. Explained: nobody was reached, so nothing was left with the stack; the answer was still in the
-- queue; the scenario ends before a country answers; it judged the silence itself; or the run was cut before.
-- An export may leave out which request an answer answers: of such answers none is missing.
with correlated as (
  select distinct wire_code from message where exported and answers is not null
),
unanswered as (
  select key, stack, movement, sender, message_id, wire_code, scenario, null as expected_from, 'dépôt sans réponse (' || silence || ')' as reason,
    case when scenario is not null then 'scenario' when unreached then 'link' end as explained
  from message where submitted and not answered
  union all
  select m.key, m.stack, m.movement, m.sender, m.message_id, m.wire_code, m.scenario, 'hub', 'le registre n''a pas répondu', null
  from message m
  where m.acknowledged and not m.refused and m.wire_code = 'AT14' and (not m.exported or exists (from correlated where wire_code = 'AT15')) and m.key in (select key from guarantee_operation where answer_id is null)
  union all
  select a.key, a.stack, a.movement, a.sender, a.message_id, a.wire_code, a.scenario, a.recipient, a.recipient || ' n''a pas répondu', null
  from asked a
  anti join (select answers from message where wire_code in ('AT11', 'AT13') and (acknowledged or not submitted)) r on r.answers = a.key
  where (not a.exported or exists (from correlated where wire_code in ('AT11', 'AT13')))
    and (a.recipient = 'hub' or (a.stack, a.recipient) in (select (stack, seat) from observed_seat where sends))
)
select u.movement, [u.sender] as seats, [u.message_id] as messages, coalesce('« ' || t.french || ' »', 'message') || ' de ' || u.sender || ': ' || u.reason as reason,
  case
    when u.explained is not null then u.explained
    when u.expected_from is not null and q.pending + q.dead_letters > 0 then 'queued'
    when u.expected_from <> 'hub' and u.scenario is not null then 'scenario'
    when c.quiet_at < coalesce(m.acknowledged_at, m.sent_at, m.begun_at) then 'interrupted'
  end as explained
from unanswered u
left join message_type t on t.code = u.wire_code
left join queue_end q on q.stack = u.stack and q.seat = u.sender
left join message m on m.key = u.key
left join unfinished c on c.stack = u.stack;
