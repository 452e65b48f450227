# language: fr
Fonctionnalité: Règles de l'itinéraire, violées une à une

  @ERR-032
  Règle: L'itinéraire est ordonné, complet et sans répétition (R01 à R05, R33)

    @refus
    Plan du Scénario: le hub refuse l'itinéraire d'<faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                       | mutation                   | règle | pointeur                            |
        | un avis de transit dont un bureau est dans un autre pays    | office-in-another-country  | R01   | /payload/itinerary/legs/1/country   |
        | un avis de transit dont les bureaux sont mal numérotés      | legs-misnumbered           | R02   | /payload/itinerary/legs/1/sequence  |
        | un avis de transit sans bureau de destination               | without-destination-office | R02   | /payload/itinerary/legs/2/role      |
        | un avis de transit sans bureau de sortie                    | without-exit-office        | R03   | /payload/itinerary/legs/1/role      |
        | un avis de transit sans bureau d'entrée                     | without-entry-office       | R03   | /payload/itinerary/legs/2/role      |
        | un avis de transit où un bureau figure deux fois            | office-twice               | R04   | /payload/itinerary/legs/3/office    |
        | un avis de transit dont les heures prévues n'augmentent pas | planned-times-not-rising   | R05   | /payload/itinerary/legs/2/plannedAt |

    @refus
    Plan du Scénario: le hub refuse le nouvel itinéraire d'<faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE <règle> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                | mutation                     | règle | pointeur                           |
        | un changement d'itinéraire aux bureaux mal numérotés | new-itinerary-misnumbered    | R02   | /payload/itinerary/legs/1/sequence |
        | un changement d'itinéraire sans nouvel itinéraire    | change-without-new-itinerary | R33   | /payload/itinerary                 |
