# language: fr
Fonctionnalité: Acquittement durable

  Une balise acquittée oublie ce qu'elle a dit. La plateforme ne l'acquitte donc que de ce qu'elle a conservé, même si elle
  tombe l'instant d'après.

  @TRK-039
  Règle: Une balise n'est acquittée que de ce qui est conservé

    @nominal
    Scénario: un rapport conservé est acquitté
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale le camion à "Tsévié"
      Alors la balise est acquittée
      Et tous les rapports de la balise figurent au voyage, une fois chacun

    # La balise entend (P69,1,1): le rapport lui est redemandé, elle le garde jusqu'à ce qu'on l'ait inscrite.
    @refus
    Scénario: une balise que sa plateforme ne connaît pas n'est pas acquittée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, et une balise "Jointech" que la plateforme togolaise ne connaît pas
      Quand la balise signale le camion à "Tsévié"
      Alors la balise n'entend que les octets "28 50 36 39 2c 31 2c 31 29"

  @TRK-039 @exclusif
  Règle: Après un arrêt brutal, rien de ce qui est acquitté ne manque au voyage

    @panne
    Scénario: une plateforme qui tombe sous le trafic n'a rien acquitté pour rien
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la plateforme est arrêtée brutalement, puis relancée, pendant que la balise signale sans relâche
      Alors tout ce dont la balise a été acquittée figure au voyage, une fois

    @panne
    Scénario: ce qui est resté sans acquit est renvoyé et figure une fois au voyage
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Et la plateforme est arrêtée brutalement, puis relancée, pendant que la balise signale sans relâche
      Quand la balise envoie de nouveau ce qui est resté sans acquit
      Alors tous les rapports de la balise figurent au voyage, une fois chacun
