# language: fr
Fonctionnalité: Refus d'un message au vu du mouvement

  @ERR-009 @ERR-010
  Règle: Un message que l'état du mouvement n'admet pas est refusé, et l'expéditeur l'apprend

    @refus
    Plan du Scénario: le hub refuse <message> sur un mouvement <étape>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le bureau compétent envoie <message>
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et aucune administration n'est informée

      Exemples:
        | message                    | étape                          |
        | le changement d'itinéraire | annoncé                        |
        | l'avis d'incident          | annoncé                        |
        | l'avis de recherche        | dont la mainlevée est accordée |
        | l'avis de recouvrement     | dont la mainlevée est accordée |
        | l'annulation               | apuré                          |
        | le résultat du contrôle    | apuré                          |

  @ERR-011
  Règle: Un message qui ne peut pas attendre est refusé sur un mouvement inconnu

    @refus
    Plan du Scénario: le hub refuse <message> sur un mouvement jamais annoncé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau compétent envoie <message>
      Alors le message est refusé au vu du mouvement: UNKNOWN_MOVEMENT à /payload/transitReference

      Exemples:
        | message                 |
        | l'annulation            |
        | l'avis d'incident       |
        | le résultat du contrôle |
        | l'apurement             |

  @ERR-015
  Règle: Un message refusé laisse le mouvement inchangé

    @refus
    Scénario: une seconde mainlevée ne change ni l'état, ni la version, ni les événements
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de départ accorde la mainlevée
      Alors le mouvement est dans l'état "en transit"
      Et la version du mouvement est 2
      Et le registre compte 4 événements
