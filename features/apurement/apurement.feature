# language: fr
Fonctionnalité: Apurement du mouvement

  Règle: Un mouvement contrôlé conforme est apuré

    @DIS-001 @nominal
    Scénario: le bureau de départ apure le mouvement conforme
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, contrôlé conforme
      Quand le bureau de départ apure le mouvement
      Alors le mouvement est dans l'état "apuré"

    @DIS-002 @refus
    Scénario: un apurement avant le résultat du contrôle est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Quand le bureau de départ apure le mouvement
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement est dans l'état "arrivé"

  Règle: Des différences se règlent avant l'apurement

    @DIS-003 @nominal
    Scénario: les différences résolues, le mouvement est apuré
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, arrivé à destination
      Et le bureau de destination a communiqué le résultat "différences mineures" (A5)
      Quand le bureau de départ apure le mouvement, les différences étant résolues
      Alors le mouvement est dans l'état "apuré"

    @DIS-004 @nominal
    Scénario: un apurement partiel laisse le mouvement ouvert
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, contrôlé conforme
      Quand le bureau de départ apure le mouvement en partie, l'article 1 restant ouvert
      Alors le mouvement est dans l'état "apuré en partie"

    @DIS-004 @nominal
    Scénario: le reste apuré, le mouvement l'est tout entier
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, contrôlé conforme
      Et le bureau de départ a apuré le mouvement en partie, l'article 1 restant ouvert
      Quand le bureau de départ apure le mouvement
      Alors le mouvement est dans l'état "apuré"

  Règle: Un mouvement qui n'arrive pas a aussi une fin

    @DIS-005 @panne
    Scénario: la force majeure apure un mouvement qui n'est pas arrivé
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Quand le bureau de départ apure le mouvement pour force majeure: "Convoi incendié, procès-verbal joint."
      Alors le mouvement est dans l'état "apuré"

    @DIS-006 @panne
    Scénario: la clôture manuelle, motivée, met fin au mouvement
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de départ clôt le mouvement à la main: "Preuve d'arrivée reçue sur papier."
      Alors le mouvement est dans l'état "clos à la main"
