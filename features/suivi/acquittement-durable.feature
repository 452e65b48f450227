# language: fr
Fonctionnalité: Acquittement durable

  Une balise acquittée oublie ce qu'elle a dit. La plateforme ne l'acquitte donc que de ce qu'elle a conservé, même si elle
  tombe l'instant d'après.

  @TRK-039 @exclusif
  Règle: Après un arrêt brutal, rien de ce qui est acquitté ne manque au voyage

    @panne
    Plan du Scénario: une plateforme qui tombe sous le trafic d'une balise <balise> n'a rien acquitté pour rien
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la plateforme est arrêtée brutalement, puis relancée, pendant que la balise signale sans relâche
      Alors tout ce dont la balise a été acquittée figure au voyage, une fois

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |

    @panne
    Scénario: ce qui est resté sans acquit est renvoyé et figure une fois au voyage
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Et la plateforme est arrêtée brutalement, puis relancée, pendant que la balise signale sans relâche
      Quand la balise envoie de nouveau ce qui est resté sans acquit
      Alors tous les rapports de la balise figurent au voyage, une fois chacun
