# language: fr
Fonctionnalité: Numéros et état des remises

  @DLV-001
  Règle: Les remises à un pays sont numérotées sans trou

    @exclusif @nominal
    Plan du Scénario: d'un parcours entier, <pays> reçoit <nombre> remises
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors <pays> a reçu <nombre> remises, aux curseurs qui se suivent sans trou

      Exemples:
        | pays            | nombre |
        | le Togo         | 3      |
        | le Burkina Faso | 4      |

  @DLV-013
  Règle: L'état des remises est publié

    @exclusif @panne
    Scénario: deux messages attendent le Burkina Faso injoignable
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le Burkina Faso est injoignable
      Quand le bureau de départ accorde la mainlevée
      Et le Togo enregistre la sortie
      Alors l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 1               | 3               | 2          | 0              |

    @exclusif @nominal
    Scénario: rien n'attend quand tout est remis
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 4               | 4               | 0          | 0              |

  @DLV-014
  Règle: Quand la file est vide, plus rien ne suit

    @exclusif @horloge @nominal
    Scénario: après l'apurement, une heure sans aucune remise
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors rien d'autre n'est remis pendant 1 heure
