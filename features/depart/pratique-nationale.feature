# language: fr
Fonctionnalité: Pratiques propres à un pays

  @DEP-020
  Règle: Le code additionnel 981 ne vaut qu'à Lomé-Port, pour le Burkina Faso, le Mali ou le Niger

    @nominal
    Plan du Scénario: de Lomé-Port à <destination>, la redevance statistique est suspendue
      Étant donné un mouvement de Lomé à <destination> par <frontière>
      Quand le bureau de départ annonce le mouvement sous le code additionnel "981"
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"

      Exemples:
        | destination | frontière |
        | Ouagadougou | Cinkansé  |
        | Bamako      | Koury     |
        | Niamey      | Téra      |

    @refus
    Plan du Scénario: de <départ> à <destination>, le code 981 est refusé
      Étant donné un mouvement de <départ> à <destination> par <frontière>
      Quand le bureau de départ annonce le mouvement sous le code additionnel "981"
      Alors le message est refusé au dépôt: RULE R30 à /payload/additionalCodes/0
      Et aucune administration n'est informée

      Exemples:
        | départ      | destination | frontière |
        | Ouagadougou | Niamey      | Téra      |
        | Bamako      | Lomé        | Koury     |

    @refus
    Scénario: au port sec d'Adétikopé, hors de Lomé-Port, le code 981 est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, déclaré au bureau d'Adétikopé
      Quand le bureau de départ annonce le mouvement sous le code additionnel "981"
      Alors le message est refusé au dépôt: RULE R30 à /payload/additionalCodes/0

  @DEP-021
  Règle: Le fret du Niger part de Lomé sur des camions du Niger ou du Togo

    @nominal
    Plan du Scénario: vers Niamey, un camion immatriculé <pays> est admis
      Étant donné un mouvement de Lomé à Niamey par Kantchari, sur un camion immatriculé <pays>
      Quand le bureau de départ annonce le mouvement
      Alors le mouvement est dans l'état "enregistré"

      Exemples:
        | pays     |
        | au Niger |
        | au Togo  |

    @refus
    Plan du Scénario: vers Niamey, un camion immatriculé <pays> est refusé
      Étant donné un mouvement de Lomé à Niamey par Kantchari, sur un camion immatriculé <pays>
      Quand le bureau de départ annonce le mouvement
      Alors le message est refusé au dépôt: RULE R31 à /payload/vehicle/country
      Et aucune administration n'est informée

      Exemples:
        | pays            |
        | au Burkina Faso |
        | au Bénin        |

    @nominal
    Plan du Scénario: de <départ> à <destination>, un camion du Burkina Faso est admis
      Étant donné un mouvement de <départ> à <destination> par <frontière>, sur un camion immatriculé au Burkina Faso
      Quand le bureau de départ annonce le mouvement
      Alors le mouvement est dans l'état "enregistré"

      Exemples:
        | départ      | destination | frontière |
        | Ouagadougou | Niamey      | Kantchari |
        | Lomé        | Ouagadougou | Cinkansé  |
