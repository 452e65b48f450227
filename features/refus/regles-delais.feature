# language: fr
Fonctionnalité: Règles des délais et des heures, violées une à une

  @ERR-032
  Règle: Un délai suffit à ce qu'il couvre, et le passage suit la présentation (R19, R32)

    @refus
    Plan du Scénario: le hub refuse le délai: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                       | mutation                         | étape                          | règle | pointeur                  |
        | un avis de transit au délai de route avant l'arrivée prévue | limit-before-planned-arrival     | annoncé                        | R19   | /payload/plannedLimitDate |
        | une mainlevée au délai de route déjà passé                  | limit-before-release             | annoncé                        | R19   | /payload/limitDate        |
        | un changement d'itinéraire au délai déjà passé              | new-limit-before-planned-arrival | dont la mainlevée est accordée | R19   | /payload/newLimitDate     |
        | un avis de recherche au délai de réponse passé              | answer-due-before-enquiry        | dont la mainlevée est accordée | R19   | /payload/respondBy        |
        | un avis de passage avant la présentation                    | passed-before-presented          | dont la mainlevée est accordée | R32   | /payload/passedAt         |

  @ERR-032
  Règle: Un fait n'est pas daté après le message qui le rapporte (R23)

    @refus
    Plan du Scénario: le hub refuse la date à venir: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: FUTURE_DATED à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                      | mutation              | étape                               | pointeur           |
        | un avis de passage de 2099 | passage-in-the-future | dont la mainlevée est accordée      | /payload/passedAt  |
        | un avis d'arrivée de 2099  | arrival-in-the-future | qui a franchi toutes ses frontières | /payload/arrivedAt |
