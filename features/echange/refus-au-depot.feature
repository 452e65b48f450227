# language: fr
Fonctionnalité: Refus d'un message fautif par lui-même

  @ERR-007
  Règle: Le refus cite toutes les fautes du message

    @refus
    Scénario: les trois fautes d'un avis sont toutes citées
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                                 |
        | un avis de transit sans destinataire des marchandises |
        | un avis de transit au code SH de cinq chiffres        |
        | un avis de transit de masse négative                  |
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code          | pointeur                   |
        | MISSING_FIELD | /payload/consignee         |
        | PATTERN       | /payload/items/0/hsCode    |
        | OUT_OF_BOUNDS | /payload/items/0/netMassKg |

    @refus
    Scénario: une faute de l'enveloppe et une faute du contenu sont citées ensemble
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                                     |
        | un avis de transit sans indication de test                |
        | un avis de transit au nombre de scellés en toutes lettres |
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code          | pointeur           |
        | MISSING_FIELD | /testIndicator     |
        | WRONG_TYPE    | /payload/sealCount |

  @ERR-008
  Règle: Un message refusé au dépôt n'a aucun effet

    @refus
    Scénario: l'avis fautif n'enregistre aucun mouvement et n'informe personne
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un avis de transit sans nombre de scellés est déposé
      Alors le mouvement est inconnu du registre
      Et aucune administration n'est informée

    @refus
    Scénario: le passage fautif ne laisse aucune trace au registre
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand un avis de passage sans heure de présentation est déposé
      Alors le mouvement est dans l'état "mainlevée accordée"
      Et le registre compte 2 événements
      Et aucune administration n'est informée

  Règle: Un avis qui se contredit est refusé

    @ERR-012 @refus
    Plan du Scénario: la contradiction fait refuser <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand <message> est déposé
      Alors le message est refusé au dépôt: RULE R06 à /payload/sealCount

      Exemples:
        | message                                         |
        | un avis de transit qui compte un scellé de trop |
        | une mainlevée qui compte mal ses scellés        |

    @ERR-013 @refus
    Scénario: une masse totale inférieure à la somme des articles est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un avis de transit de masse totale inférieure à la somme est déposé
      Alors le message est refusé au dépôt: RULE R08 à /payload/totalGrossMassKg

  @TST-001
  Règle: Un hub de test refuse un message réel

    @refus
    Scénario: un avis réel n'entre pas dans l'environnement de test
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement comme du trafic réel
      Alors le message est refusé au dépôt: REAL_MESSAGE_REFUSED à /testIndicator
      Et le mouvement est inconnu du registre
