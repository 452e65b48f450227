# language: fr
Fonctionnalité: Références inconnues ou discordantes et expéditeurs sans compétence

  @ERR-011
  Règle: Ce qui suppose un mouvement enregistré est refusé quand il ne l'est pas

    @refus
    Plan du Scénario: <acte>, le mouvement n'étant pas enregistré
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand <acte>
      Alors le message est refusé au vu du mouvement: UNKNOWN_MOVEMENT à /payload/transitReference
      Et le mouvement est inconnu du registre
      Et aucune administration n'est informée

      Exemples:
        | acte                                                        |
        | le bureau de départ modifie le conducteur dans son avis     |
        | le bureau compétent envoie le changement d'itinéraire       |
        | le bureau compétent envoie l'avis de recherche              |
        | le bureau compétent envoie la réponse à l'avis de recherche |
        | le bureau compétent envoie l'avis de recouvrement           |

  @ERR-031
  Règle: La référence de transit et la référence nationale désignent la même déclaration

    @refus
    Plan du Scénario: <partie> de la référence nationale ne concorde pas
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement avec une référence nationale dont <partie> diffère
      Alors le message est refusé au vu du mouvement: REFERENCE_MISMATCH à /payload/nationalReference
      Et le mouvement est inconnu du registre
      Et aucune administration n'est informée

      Exemples:
        | partie    |
        | le numéro |
        | l'année   |
        | la série  |

    @ERR-015 @refus
    Scénario: une modification ne change pas la déclaration
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "enregistré"
      Quand le bureau de départ modifie le numéro de la référence nationale dans son avis
      Alors le message est refusé au vu du mouvement: REFERENCE_MISMATCH à /payload/nationalReference
      Et le mouvement n'a pas changé

  @ERR-029
  Règle: Chaque message vient de l'administration dont c'est le rôle

    @refus
    Scénario: le Burkina Faso n'annonce pas un mouvement du Togo
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le Burkina Faso envoie l'avis de transit à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender
      Et le mouvement est inconnu du registre

    @ERR-015 @refus
    Plan du Scénario: <pays> n'a pas à envoyer <message>
      Étant donné un mouvement de Lomé à Bamako par Koury, dans l'état <état>
      Quand <pays> envoie <message> à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender
      Et le mouvement n'a pas changé

      Exemples: le départ
        | pays            | message                | état                     |
        | le Burkina Faso | la mainlevée           | "enregistré"             |
        | le Mali         | l'annulation           | "mainlevée accordée"     |
        | le Mali         | l'apurement            | "contrôlé conforme"      |
        | le Burkina Faso | l'avis de recherche    | "arrivé"                 |
        | le Burkina Faso | l'avis de recouvrement | "différences constatées" |

      Exemples: le bureau qui agit
        | pays            | message                          | état                 |
        | le Mali         | l'avis de passage                | "mainlevée accordée" |
        | le Burkina Faso | l'avis d'incident                | "en transit"         |
        | le Burkina Faso | la réponse à l'avis de recherche | "arrivé"             |
        | le Mali         | le changement d'itinéraire       | "en transit"         |

      Exemples: la destination
        | pays            | message                 | état         |
        | le Togo         | l'avis d'arrivée        | "en transit" |
        | le Burkina Faso | le résultat du contrôle | "arrivé"     |

    @ERR-015 @refus
    Scénario: un pays traversé n'annonce pas à son propre bureau l'arrivée d'un camion qui va plus loin
      Étant donné un mouvement de Lomé à Bamako par Koury, dans l'état "mainlevée accordée"
      Quand le bureau d'Ouagadougou annonce l'arrivée
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender
      Et le mouvement n'a pas changé

  @ERR-014 @ERR-015
  Règle: Un pays hors de la route n'a rien à en dire

    @refus
    Plan du Scénario: le Niger envoie <message> d'un mouvement qui ne passe pas chez lui
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand le Niger envoie <message> à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office
      Et le mouvement n'a pas changé

      Exemples:
        | message           | état                 |
        | l'avis de passage | "mainlevée accordée" |
        | l'avis d'incident | "en transit"         |
        | l'apurement       | "contrôlé conforme"  |
