# language: fr
Fonctionnalité: Règles où une valeur en demande une autre, violées une à une

  @CTL-007 @ERR-032
  Règle: Un résultat A5 ou B1 dit les différences ou porte une remarque (R16)

    @refus
    Plan du Scénario: le hub refuse le résultat muet: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE R16 à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                        | mutation                  | étape                               | pointeur                           |
        | un résultat du contrôle A5 sans différence ni remarque       | differences-untold        | arrivé à destination                | /payload/differences               |
        | un avis d'arrivée au résultat B1 sans différence ni remarque | merged-differences-untold | qui a franchi toutes ses frontières | /payload/controlResult/differences |

  @DIS-010 @ERR-032
  Règle: Une clôture manuelle, une force majeure ou un recouvrement est motivé (R27)

    @refus
    Plan du Scénario: le hub refuse l'apurement sans motif: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE R27 à /payload/reason
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                        | mutation                      |
        | un apurement par clôture manuelle sans motif | closed-by-hand-without-reason |
        | un apurement par force majeure sans motif    | force-majeure-without-reason  |
        | un apurement après recouvrement sans motif   | recovered-without-reason      |

  @ERR-032
  Règle: Passages, apurements et réponses sont complets (R17, R18, R20, R28, R34)

    @refus
    Plan du Scénario: le hub refuse la lacune: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                        | mutation                       | règle | pointeur               |
        | une réponse à un avis de recherche "autre bureau" sans texte | arrived-elsewhere-without-text | R17   | /payload/text          |
        | une réponse à un avis de recherche "arrivé" sans date        | arrived-without-time           | R17   | /payload/arrivedAt     |
        | une réponse à une demande de renseignement sans mouvement    | found-without-movement         | R18   | /payload/movement      |
        | une réponse à une demande de renseignement avec un refus     | found-and-rejected             | R18   | /payload/rejection     |
        | une réponse à un avis de recherche sans avis                 | answer-to-nothing              | R20   | /correlationId         |
        | un apurement en partie sans article ouvert                   | partial-without-open-items     | R28   | /payload/openItems     |
        | un apurement conforme avec un article ouvert                 | conform-with-open-items        | R28   | /payload/openItems     |
        | un avis de passage refusé sans motif                         | turned-back-without-reason     | R34   | /payload/refusalReason |

  @ENV-001
  Règle: Une condition sur un groupe absent par choix ne fait rien refuser

    @nominal
    Scénario: un avis sans délai de route annoncé n'est pas jugé sur ce délai
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et l'avis de transit n'annonce aucun délai de route
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"
