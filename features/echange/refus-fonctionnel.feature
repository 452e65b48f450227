# language: fr
Fonctionnalité: Refus d'un message au vu du mouvement

  @ERR-009 @ERR-010
  Règle: Un message que l'état du mouvement n'admet pas est refusé, et l'expéditeur l'apprend

    @refus
    Plan du Scénario: <message> sur un mouvement <étape> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand <message> est envoyé
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et aucune administration n'est informée

      Exemples:
        | message                    | étape                               |
        | le changement d'itinéraire | annoncé                             |
        | l'avis d'incident          | annoncé                             |
        | l'avis de recherche        | dont la mainlevée est accordée      |
        | l'avis de recouvrement     | dont la mainlevée est accordée      |
        | l'apurement                | qui a franchi toutes ses frontières |
        | la mainlevée               | arrivé à destination                |
        | l'annulation               | arrivé à destination                |
        | l'avis de recouvrement     | contrôlé conforme                   |
        | l'annulation               | apuré                               |
        | le résultat du contrôle    | apuré                               |

  @ERR-011
  Règle: Un message strict sur un mouvement inconnu est refusé

    @refus
    Plan du Scénario: <message> sur un mouvement jamais annoncé est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand <message> est envoyé
      Alors le message est refusé au vu du mouvement: UNKNOWN_MOVEMENT à /payload/transitReference

      Exemples:
        | message                    |
        | l'annulation               |
        | le changement d'itinéraire |
        | l'avis d'incident          |
        | le résultat du contrôle    |
        | l'apurement                |
        | l'avis de recouvrement     |

  @ERR-015
  Règle: Un message refusé laisse le mouvement inchangé

    @refus
    Scénario: une seconde mainlevée ne change ni l'état, ni la version, ni les événements
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand la mainlevée est envoyée
      Alors le mouvement est dans l'état "en transit"
      Et la version du mouvement est 2
      Et le registre compte 4 événements

    @refus
    Scénario: une annulation refusée ne change rien d'un mouvement arrivé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Quand l'annulation est envoyée
      Alors le mouvement est dans l'état "arrivé"
      Et la version du mouvement est 2
      Et le registre compte 5 événements
