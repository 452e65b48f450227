# language: fr
Fonctionnalité: Rattrapage par tirage

  @DLV-006
  Règle: Un pays tire les messages qui lui sont destinés, remis ou non

    @exclusif @nominal
    Scénario: le Burkina Faso tire ce qu'il a déjà reçu et ce qui l'attend
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le Burkina Faso est injoignable
      Et le bureau de départ accorde la mainlevée
      Et le Togo enregistre la sortie
      Quand le Burkina Faso tire ses messages depuis le début
      Alors le Burkina Faso tire, dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage

  @DLV-007
  Règle: Tirer la suite confirme ce qui précède

    @exclusif @nominal
    Scénario: ce que le Burkina Faso a tiré et confirmé ne lui est plus remis
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Burkina Faso tire ses messages depuis le début et en confirme la réception
      Quand le Burkina Faso est de nouveau joignable
      Alors aucune remise sur ce mouvement n'est tentée vers le Burkina Faso

  @DLV-008
  Règle: Le tirage se fait par pages

    @exclusif @nominal
    Scénario: trois messages se lisent en deux pages
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo enregistre la sortie
      Et la file des remises est vide
      Quand le Burkina Faso tire ses messages 2 par 2
      Alors le Burkina Faso lit ces pages:
        | messages | il en reste |
        | 2        | oui         |
        | 1        | non         |
