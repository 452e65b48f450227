# language: fr
Fonctionnalité: Passages connus après coup

  @PAS-023
  Règle: Un passage connu après la fin du mouvement prend sa place et ne rouvre rien

    @panne
    Scénario: la sortie du Togo, connue après l'apurement, prend sa place
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le bureau de destination a annoncé l'arrivée
      Et le bureau de destination a communiqué le résultat "conforme" (A1)
      Et le bureau de départ a apuré le mouvement
      Quand le Togo enregistre la sortie
      Alors le message est accepté
      Et le mouvement est dans l'état "apuré"
      Et le registre range les passages ainsi:
        | pays | côté   |
        | Togo | sortie |

    @panne
    Scénario: l'entrée au Burkina Faso, connue après la clôture manuelle, ne rouvre pas le mouvement
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Et le bureau de départ a clos le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Quand le Burkina Faso enregistre l'entrée
      Alors le message est accepté
      Et le mouvement est dans l'état "clos à la main"
      Et le registre range les passages ainsi:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |

  @PAS-004 @PAS-008
  Règle: Les passages connus après l'arrivée se rangent par leur heure, dans quelque ordre qu'ils viennent

    @panne
    Scénario: les quatre passages de Lomé à Bamako viennent à rebours, après l'arrivée
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le bureau de destination a annoncé l'arrivée
      Et le Mali a enregistré l'entrée
      Et le Burkina Faso a enregistré la sortie
      Et le Burkina Faso a enregistré l'entrée
      Quand le Togo enregistre la sortie
      Alors le mouvement est dans l'état "arrivé"
      Et le registre range les passages ainsi:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |
        | Burkina Faso | sortie |
        | Mali         | entrée |

  @ARR-021
  Règle: Chaque bureau resté muet est signalé

    @panne
    Scénario: aucune des quatre frontières de Lomé à Bamako n'a parlé
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, dont la mainlevée est accordée
      Quand le bureau de destination annonce l'arrivée
      Alors chaque bureau resté muet est signalé au départ et à son pays:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |
        | Burkina Faso | sortie |
        | Mali         | entrée |
