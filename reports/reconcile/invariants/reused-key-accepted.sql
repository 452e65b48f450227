-- fr: Une clé ne désigne qu'un contenu
-- en: A key names one content
-- requirements: KEY-003 KEY-005 KEY-007
-- exports need: submissions
-- The stack acknowledged two different contents under one key (sender, messageId), as its own acknowledgements say by their digests,
-- or exports by what they give of the content.
-- The second should have been refused as a duplicate id (P03).
select movement, [sender] as seats, [message_id] as messages,
  case when exported then 'deux contenus sont donnés pour acceptés sous le même identifiant de ' || sender
    else 'la pile a accusé réception de deux contenus sous le même identifiant de ' || sender end as reason, null as explained
from message where reused;
