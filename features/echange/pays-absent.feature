# language: fr
Fonctionnalité: Un pays absent rattrape son retard

  @DLV-017
  Règle: Ce qui est accepté en l'absence d'un pays lui est remis à son retour

    @exclusif @panne
    Plan du Scénario: <pays> absent pendant l'annonce et la mainlevée
      Étant donné un mouvement de Lomé à <destination> par <frontière>
      Et <pays> est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand <pays> est de nouveau joignable
      Alors <pays> a reçu dans l'ordre: l'avis de transit, la mainlevée

      Exemples:
        | pays            | destination | frontière  |
        | le Burkina Faso | Ouagadougou | Cinkansé   |
        | le Mali         | Bamako      | Hérémakono |
        | le Niger        | Niamey      | Kantchari  |

    @exclusif @panne
    Scénario: le Togo, absent, apprend à son retour le passage et l'arrivée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo est injoignable
      Et le Burkina Faso enregistre l'entrée
      Et le bureau de destination annonce l'arrivée
      Quand le Togo est de nouveau joignable
      Alors l'avis de passage est remis exactement à: Togo
      Et l'avis d'arrivée est remis exactement à: Togo

    @exclusif @panne
    Scénario: le hub arrêté puis relancé n'oublie pas ce qui attend
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le hub est arrêté brutalement, puis relancé
      Quand le Burkina Faso est de nouveau joignable
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée

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
    Scénario: trois messages, deux par page
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo enregistre la sortie
      Et la file des remises est vide
      Quand le Burkina Faso tire ses messages 2 par 2
      Alors le Burkina Faso lit ces pages:
        | messages | il en reste |
        | 2        | oui         |
        | 1        | non         |

  Règle: Un message qu'on n'a pas pu remettre en 72 h devient une lettre morte, jamais perdue

    @DLV-009 @exclusif @horloge @panne
    Scénario: la lettre morte reste consultable
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand les essais de remise au Burkina Faso échouent pendant 73 h
      Alors le message est une lettre morte du Burkina Faso

    @DLV-009 @exclusif @horloge @panne
    Scénario: avant 72 h d'essais, le message attend encore
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand les essais de remise au Burkina Faso échouent pendant 71 h
      Alors il n'y a plus de lettre morte du Burkina Faso

    @DLV-010 @exclusif @horloge @panne
    Scénario: la lettre morte est signalée à l'expéditeur, et au destinataire quand il revient
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Quand le Burkina Faso est de nouveau joignable
      Alors un constat "message non remis" désigne le message et est remis exactement à: Togo, Burkina Faso

    @DLV-011 @exclusif @horloge @panne
    Plan du Scénario: <demandeur> demande une nouvelle remise
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Et le Burkina Faso est de nouveau joignable
      Quand <demandeur> demande une nouvelle remise des lettres mortes du Burkina Faso
      Alors l'avis de transit est remis exactement à: Burkina Faso
      Et il n'y a plus de lettre morte du Burkina Faso

      Exemples:
        | demandeur       |
        | le Togo         |
        | le Burkina Faso |

    @DLV-012 @exclusif @horloge @panne
    Scénario: le premier tirage du pays revenu remet ses lettres mortes dans la file
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 73 h
      Quand le Burkina Faso revient et tire ses messages depuis le début
      Alors l'avis de transit est remis exactement à: Burkina Faso
      Et il n'y a plus de lettre morte du Burkina Faso
