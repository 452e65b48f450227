# language: fr
Fonctionnalité: Deux fautes à la fois

  @ERR-007
  Règle: Le refus cite toutes les fautes de même rang

    @refus
    Scénario: les trois fautes d'un avis sont toutes citées
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                                                     |
        | un avis de transit sans destinataire des marchandises (without-consignee) |
        | un avis de transit au code SH de cinq chiffres (hs-code-of-five-digits)   |
        | un avis de transit de masse négative (negative-mass)                      |
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code          | pointeur                   |
        | MISSING_FIELD | /payload/consignee         |
        | PATTERN       | /payload/items/0/hsCode    |
        | OUT_OF_BOUNDS | /payload/items/0/netMassKg |

    @refus
    Scénario: une faute de l'enveloppe et une faute du contenu sont citées ensemble
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                                                          |
        | un avis de transit sans indication de test (without-test-indicator)            |
        | un avis de transit au nombre de scellés en toutes lettres (seal-count-as-text) |
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code          | pointeur           |
        | MISSING_FIELD | /testIndicator     |
        | WRONG_TYPE    | /payload/sealCount |

    @refus @ERR-032
    Scénario: deux règles violées et un itinéraire inconnu sont cités ensemble
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un seul message cumule ces fautes:
        | faute                                                                            |
        | un avis de transit qui compte un scellé de trop (one-seal-too-many-counted)      |
        | un avis de transit de masse totale inférieure à la somme (total-below-the-items) |
        | un avis de transit par Tombouctou (unknown-itinerary)                            |
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code              | règle | pointeur                    |
        | UNKNOWN_ITINERARY |       | /payload/itinerary/corridor |
        | RULE              | R06   | /payload/sealCount          |
        | RULE              | R08   | /payload/totalGrossMassKg   |

  @ERR-004
  Règle: Les règles ne se jugent que si la forme est correcte

    @refus
    Scénario: d'un champ absent et d'une règle violée, seul le champ absent est cité
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand un seul message cumule ces fautes:
        | faute                                                                            |
        | un avis de transit sans destinataire des marchandises (without-consignee)        |
        | un avis de transit de masse totale inférieure à la somme (total-below-the-items) |
      Alors le message est refusé au dépôt: MISSING_FIELD à /payload/consignee
      Et rien n'a changé, et personne d'autre n'est informé

  @ERR-004 @ERR-032
  Règle: Ce que le message montre par lui-même se dit avant ce que le registre en sait

    @refus
    Plan du Scénario: sur un mouvement jamais annoncé, le hub refuse au dépôt <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: <code> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                             | mutation           | code          | pointeur             |
        | une mainlevée sans délai de route | without-limit-date | MISSING_FIELD | /payload/limitDate   |
        | un résultat du contrôle A5 muet   | differences-untold | RULE R16      | /payload/differences |

  @ENV-009
  Règle: La liaison refuse avant que le message ne se juge

    @refus
    Scénario: un avis fautif déposé au nom d'un autre est refusé sur la liaison, sans citer la faute
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le Burkina Faso dépose, au nom d'un autre pays, un avis de transit sans nombre de scellés (without-seal-count)
      Alors la liaison refuse le dépôt: NOT_AUTHORISED
      Et le mouvement est inconnu du registre
