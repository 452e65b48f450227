# language: fr
Fonctionnalité: Après l'apurement

  @DIS-009
  Règle: Un apurement envoyé par erreur ne se défait pas: rien ne rouvre le mouvement

    @ERR-015 @refus
    Plan du Scénario: <acte>, le mouvement étant apuré
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "apuré"
      Quand <acte>
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé

      Exemples: au départ
        | acte                                                                 |
        | le bureau de départ modifie le conducteur dans son avis              |
        | le bureau compétent envoie la mainlevée                              |
        | le bureau compétent envoie l'annulation                              |
        | le bureau compétent envoie le changement d'itinéraire                |
        | le bureau de départ apure le mouvement                               |
        | le bureau de départ clôt le mouvement à la main: "Apuré par erreur." |
        | le bureau compétent envoie l'avis de recherche                       |
        | le bureau compétent envoie l'avis de recouvrement                    |

      Exemples: en route et à destination
        | acte                                                        |
        | le Burkina Faso refuse l'entrée                             |
        | le bureau compétent envoie l'avis d'incident                |
        | le bureau compétent envoie l'avis d'arrivée                 |
        | le bureau compétent envoie le résultat du contrôle          |
        | le bureau compétent envoie la réponse à l'avis de recherche |

    @nominal
    Scénario: un passage connu après l'apurement est enregistré à sa place
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Et le bureau de destination a annoncé l'arrivée
      Et le bureau de destination a communiqué le résultat "conforme" (A1)
      Et le bureau de départ a apuré le mouvement
      Quand le Burkina Faso enregistre l'entrée
      Alors le mouvement est dans l'état "apuré"
      Et le registre compte 7 événements

  @DIS-009 @ERR-015
  Règle: Un résultat corrigé après l'apurement vient trop tard

    @refus
    Scénario: la destination corrige un résultat du mouvement apuré
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Et le bureau de destination a communiqué le résultat "conforme" (A1)
      Et le bureau de départ a apuré le mouvement
      Et le Togo a consulté le mouvement
      Quand le bureau de destination le corrige en "non conforme" (B1)
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé
