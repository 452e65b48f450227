# language: fr
Fonctionnalité: Résultat du contrôle à destination

  Règle: Le résultat décide de la suite

    @CTL-001 @nominal
    Plan du Scénario: un résultat <résultat> laisse apurer
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Quand le bureau de destination communique le résultat <résultat>
      Alors le mouvement est dans l'état "contrôlé conforme"

      Exemples:
        | résultat               |
        | "conforme" (A1)        |
        | "réputé conforme" (A2) |

    @CTL-002 @nominal
    Plan du Scénario: un résultat <résultat> ouvre un litige
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Quand le bureau de destination communique le résultat <résultat>
      Alors le mouvement est dans l'état "différences constatées"

      Exemples:
        | résultat                    |
        | "différences mineures" (A5) |
        | "non conforme" (B1)         |

    @CTL-003 @nominal
    Scénario: les différences se lisent au départ telles qu'elles ont été constatées
      Étant donné un mouvement de Lomé à Bamako par Koury, arrivé à destination
      Quand le bureau de destination communique le résultat "non conforme" (B1)
      Alors chaque destinataire lit les différences telles que communiquées
      Et les administrations informées sont exactement: Togo, Burkina Faso

    @CTL-004 @nominal
    Scénario: un résultat corrigé remplace le premier
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Et le bureau de destination a communiqué le résultat "non conforme" (B1)
      Quand le bureau de destination le corrige en "conforme" (A1)
      Alors le mouvement est dans l'état "contrôlé conforme"

    @CTL-004 @nominal
    Scénario: un résultat conforme corrigé en différences rouvre le litige
      Étant donné un mouvement de Lomé à Bamako par Koury, arrivé à destination
      Et le bureau de destination a communiqué le résultat "conforme" (A1)
      Quand le bureau de destination le corrige en "non conforme" (B1)
      Alors le mouvement est dans l'état "différences constatées"
      Et les administrations informées sont exactement: Togo, Burkina Faso

  Règle: Le résultat vient après l'arrivée, et sans tarder

    @CTL-005 @refus
    Scénario: un résultat avant l'arrivée est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de destination communique le résultat "conforme" (A1)
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement est dans l'état "en transit"

    @CTL-006 @horloge @panne
    Scénario: six jours sans résultat sont signalés à la destination et au départ
      Étant donné un mouvement de Lomé à Bamako par Koury, arrivé à destination
      Quand 7 jours passent
      Alors un constat "résultat du contrôle attendu" est remis exactement à: Togo, Mali
