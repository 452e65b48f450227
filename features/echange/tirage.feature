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

  @DLV-007
  Règle: On ne confirme que ce qui est en file

    @DLV-017 @exclusif @panne
    Scénario: confirmer ce qui n'est pas encore en file ne confirme rien de ce qui viendra
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso tire ses messages après un curseur encore jamais donné
      Et le Burkina Faso est injoignable
      Et le bureau de départ annonce le mouvement
      Quand le Burkina Faso est de nouveau joignable
      Alors l'avis de transit est remis exactement à: Burkina Faso

  @DLV-008
  Règle: Sans limite demandée, une page porte cent messages

    @exclusif @nominal
    Scénario: onze avis de transit se lisent en une page
      Étant donné que le bureau de départ annonce 11 mouvements de Lomé à Ouagadougou par Cinkansé sous un seul connaissement
      Quand le Burkina Faso tire ses messages depuis le début
      Alors le Burkina Faso lit ces pages:
        | messages | il en reste |
        | 11       | non         |
