# language: fr
Fonctionnalité: Refus des codes hors de leur liste

  @ERR-006
  Règle: Un code hors de sa liste est refusé

    @refus
    Plan du Scénario: le hub refuse, au départ, le code: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: NOT_IN_CODE_LIST à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                            | mutation                    | pointeur                       |
        | un avis de transit au rôle de bureau inconnu     | leg-role-unknown            | /payload/itinerary/legs/1/role |
        | un avis de transit au type de garantie inconnu   | guarantee-kind-unknown      | /payload/guarantee/kind        |
        | une demande sur garantie d'opération inconnue    | guarantee-operation-unknown | /payload/operation             |
        | un avis de données de référence de genre inconnu | reference-data-kind-unknown | /payload/content/kind          |

    @refus
    Plan du Scénario: le hub refuse, en route, le code: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: NOT_IN_CODE_LIST à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                          | mutation                | pointeur             |
        | un avis de passage aux scellés "perdus"        | seals-state-unknown     | /payload/seals/state |
        | un avis d'incident de code "9"                 | incident-code-unknown   | /payload/code        |
        | un résultat du contrôle "C9"                   | control-result-unknown  | /payload/result      |
        | un apurement pour motif "oublié"               | discharge-basis-unknown | /payload/basis       |
        | une réponse à un avis de recherche de code "7" | enquiry-answer-unknown  | /payload/code        |
