# language: fr
Fonctionnalité: Refus d'un message fautif par lui-même

  Règle: Ce qui n'est pas un message est refusé sur la liaison

    @ERR-001 @refus
    Plan du Scénario: <contenu> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose <contenu>
      Alors la liaison refuse le dépôt: NOT_JSON

      Exemples:
        | contenu                          |
        | un texte XML                     |
        | un message coupé au milieu       |
        | un texte qui n'est pas en UTF-8  |

    @ERR-002 @refus
    Scénario: un corps de plus de 20 Mio est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose un corps de 20 Mio et un octet
      Alors la liaison refuse le dépôt: TOO_LARGE

  @ERR-004
  Règle: Un champ obligatoire absent est refusé, avec sa place

    @refus
    Plan du Scénario: <message> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand <message> est déposé
      Alors le message est refusé au dépôt: MISSING_FIELD à <place>

      Exemples:
        | message                                         | place                      |
        | un avis de transit sans nombre de scellés       | /payload/sealCount         |
        | un avis de transit sans destinataire            | /payload/consignee         |
        | un avis de transit sans la valeur d'un article  | /payload/items/0/value     |
        | un avis de transit sans référence nationale     | /payload/nationalReference |
        | un avis de transit sans indication d'essai      | /testIndicator             |
        | une mainlevée sans délai de route               | /payload/limitDate         |
        | un avis de passage sans heure de présentation   | /payload/presentedAt       |
        | un avis d'arrivée sans état des scellés         | /payload/seals/state       |
        | un résultat du contrôle sans résultat           | /payload/result            |
        | un apurement sans base                          | /payload/basis             |

  @ERR-005
  Règle: Une référence de transit mal recopiée est refusée

    @refus
    Plan du Scénario: <message> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand <message> est déposé
      Alors le message est refusé au dépôt: CHECK_DIGIT à /payload/transitReference

      Exemples:
        | message                                         |
        | un avis de transit à la référence mal recopiée  |
        | un avis de passage à la référence mal recopiée  |

  @ERR-006
  Règle: Un code hors de sa liste est refusé

    @refus
    Plan du Scénario: <message> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand <message> est déposé
      Alors le message est refusé au dépôt: NOT_IN_CODE_LIST à <place>

      Exemples:
        | message                                      | place                          |
        | un avis de passage aux scellés "perdus"      | /payload/seals/state           |
        | un résultat du contrôle "C9"                 | /payload/result                |
        | un apurement pour motif "oublié"             | /payload/basis                 |
        | un avis d'incident de code "9"               | /payload/code                  |
        | un avis de transit au rôle de bureau inconnu | /payload/itinerary/legs/1/role |

  @ERR-007
  Règle: Le refus cite toutes les fautes du message

    @refus
    Scénario: trois fautes dans un seul avis
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                          |
        | un avis de transit sans destinataire           |
        | un avis de transit au code SH de cinq chiffres |
        | un avis de transit de masse négative           |
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code          | pointeur                    |
        | MISSING_FIELD | /payload/consignee          |
        | PATTERN       | /payload/items/0/hsCode     |
        | OUT_OF_BOUNDS | /payload/items/0/netMassKg  |

    @refus
    Scénario: deux fautes, dont une dans l'enveloppe
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                                     |
        | un avis de transit sans indication d'essai                |
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
    Plan du Scénario: <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand <message> est déposé
      Alors le message est refusé au dépôt: RULE R06 à /payload/sealCount

      Exemples:
        | message                                        |
        | un avis de transit qui compte un scellé de trop |
        | une mainlevée qui compte mal ses scellés       |

    @ERR-013 @refus
    Scénario: la masse totale est inférieure à la somme des articles
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un avis de transit de masse totale inférieure à la somme est déposé
      Alors le message est refusé au dépôt: RULE R08 à /payload/totalGrossMassKg

  @TST-001
  Règle: Un hub d'essai refuse un message réel

    @refus
    Scénario: un avis réel n'entre pas dans l'environnement d'essai
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement comme du trafic réel
      Alors le message est refusé au dépôt: REAL_MESSAGE_REFUSED à /testIndicator
      Et le mouvement est inconnu du registre
