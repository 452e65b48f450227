-- fr: Tout livre consulté se lit
-- en: Every consulted book can be read
-- requirements: LED-001 LED-008 DLV-013 DLV-024
-- exports need: books
-- Somebody consulted the ledger, the register or a queue and was given what cannot be judged: no JSON, a field twice, no list where
-- one belongs, no figure, or more than evidence keeps. Explained: the movement holds a message
-- that is too large as well, or evidence of an older version kept no more than 256 KiB.
with book as (
  select *, split_part(path, '/', 3) as shelf, split_part(path, '/', 5) as part from consultation
  where kind = 'query' and status between 200 and 399
    and regexp_full_match(path, '/v0/(movements|guarantees)/[^?]*|/v0/participants/[^/]*/(deliveries|dead-letters)')
),
page as (
  select *,
    len(json_keys(answer)) <> len(list_distinct(json_keys(answer)))
      or len(json_keys(answer, '$.notice')) <> len(list_distinct(json_keys(answer, '$.notice'))) as is_double,
    case
      when shelf = 'movements' then [json_type(answer, '$.events'), json_type(answer, '$.notice.items')]
      when shelf = 'guarantees' then [json_type(answer, '$.reservations')]
      when part = 'dead-letters' then [json_type(answer, '$.deadLetters')]
      else [] end as lists,
    case
      when shelf = 'guarantees' then list_filter([answer ->> 'referenceAmount', answer ->> 'reservedAmount', answer ->> 'availableAmount'], f -> f is not null)
      when part = 'deliveries' then [answer ->> 'cursor', answer ->> 'lastQueued', answer ->> 'pending', answer ->> 'deadLetters', answer ->> 'processing']
      else [] end as figures
  from book
),
judged as (
  select *, case
    when status <> 200 then 'réponse ' || status || ' au lieu de 200'
    when not answer_kept and coalesce(answer_bytes, 0) = 0 then 'réponse vide'
    when not answer_kept then 'réponse de ' || answer_bytes || ' octets, trop grande pour être conservée'
    when answer is null or json_type(answer) <> 'OBJECT' then 'la réponse n''est pas un objet JSON lisible'
    when is_double then 'un champ y figure deux fois'
    when len(list_filter(lists, l -> l is distinct from 'ARRAY')) > 0 then 'une liste y manque'
    when len(list_filter(figures, f -> figure(f) is null)) > 0 then 'un nombre y est illisible'
  end as fault
  from page
)
select case shelf when 'movements' then split_part(path, '/', 4) end as movement, [seat] as seats, [] as messages,
  case shelf when 'movements' then 'le registre' when 'guarantees' then 'le registre des garanties' else 'l''état des remises' end
    || ' consulté par ' || seat || ' ne se lit pas (' || path || '): ' || fault as reason,
  case when status = 200 and not answer_kept and (answer_bytes between 256 * 1024 and 2 * 1024 * 1024
    or shelf = 'movements' and hash(stack, split_part(path, '/', 4)) in (select movement_key from unread_movement)) then 'body-not-kept' end as explained
from judged where fault is not null
union all
select movement, [seat], [answer_id], 'le solde que le registre des garanties donne à ' || seat || ' n''est pas un nombre lisible', null
from guarantee_operation where accepted and available_text is not null and available_amount is null;
