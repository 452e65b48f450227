# language: fr
Fonctionnalité: Règles des garanties, violées une à une

  @ERR-032
  Règle: Une garantie donne ce que son type demande, et rien d'autre (R12)

    @refus
    Plan du Scénario: le hub refuse les conditions: <faute>
      Étant donné <mouvement> de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE R12 à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                 | mutation                       | mouvement                                         | pointeur                       |
        | une demande sur garantie sans montant de référence    | without-reference-amount       | un mouvement sous garantie à montant de référence | /payload/terms/referenceAmount |
        | une demande sur garantie sans reçu                    | without-receipt                | un mouvement                                      | /payload/terms/receipt         |
        | une demande sur garantie du fonds avec un montant     | fund-with-amount               | un mouvement                                      | /payload/terms/referenceAmount |
        | une demande sur garantie qui finit avant de commencer | validity-ends-before-it-begins | un mouvement                                      | /payload/terms/validUntil      |

  @ERR-032
  Règle: Chaque opération porte ce qu'il lui faut, et chaque refus son motif (R20, R35, R36)

    @refus
    Plan du Scénario: le hub refuse l'opération: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                  | mutation                    | règle | pointeur           |
        | une demande sur garantie à enregistrer sans conditions | register-without-terms      | R35   | /payload/terms     |
        | une demande sur garantie à annuler avec des conditions | cancel-with-terms           | R35   | /payload/terms     |
        | une demande sur garantie à interroger sans pays        | query-without-countries     | R35   | /payload/countries |
        | une demande sur garantie à affecter sans montant       | reserve-without-amount      | R35   | /payload/amount    |
        | un résultat sur garantie sans demande                  | guarantee-result-to-nothing | R20   | /correlationId     |
        | un résultat sur garantie refusée sans motif            | refused-without-reason      | R36   | /payload/reasons   |
        | un résultat sur garantie acceptée avec un motif        | accepted-with-reasons       | R36   | /payload/reasons   |
