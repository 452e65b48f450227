# language: fr
@liaison
Fonctionnalité: Messages et réponses perdus, doublés ou retenus en chemin

  @KEY-002 @exclusif
  Règle: Un dépôt répété à l'identique ne prend effet qu'une fois

    @panne
    Plan du Scénario: la liaison du Mali vers le hub <défaut>, le Mali répète son avis de passage
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et la liaison du Mali vers le hub <défaut>
      Et le Mali enregistre l'entrée
      Quand le dernier message est déposé 1 fois de plus, sans rien y changer
      Alors les administrations informées sont exactement: Togo, Burkina Faso
      Et le registre compte 3 événements

      Exemples:
        | défaut                              |
        | perd les messages, 1 fois           |
        | perd les réponses, 1 fois           |
        | double les messages                 |
        | tronque les messages, 1 fois        |
        | brouille les messages, 1 fois       |
        | change l'ordre des messages, 1 fois |

    @horloge @panne
    Scénario: l'avis retenu en chemin arrive après sa répétition
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et la liaison du Togo vers le hub retient les messages, 1 fois
      Et le bureau de départ annonce le mouvement
      Et le dernier message est déposé 1 fois de plus, sans rien y changer
      Quand la liaison du Togo vers le hub est rétablie
      Alors les administrations informées sont exactement: Burkina Faso, Mali
      Et le registre compte 1 événement

  @DLV-018 @exclusif @horloge
  Règle: Un message retenu plus de 72 h par le réseau est traité et marqué tardif

    @panne
    Scénario: l'avis retenu 73 h arrive tardif
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et la liaison du Togo vers le hub retient les messages pendant 73 h
      Et le bureau de départ annonce le mouvement
      Quand 74 h passent
      Alors chaque remise porte la marque tardif

  @ERR-001 @exclusif
  Règle: Ce que la liaison a abîmé est refusé, et sa répétition acceptée

    @refus
    Plan du Scénario: la liaison du Togo vers le hub <défaut>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et la liaison du Togo vers le hub <défaut>
      Quand le bureau de départ annonce le mouvement
      Alors la liaison refuse le dépôt: NOT_JSON
      Et le mouvement est inconnu du registre

      Exemples:
        | défaut                |
        | tronque les messages  |
        | brouille les messages |

  @DLV-004 @exclusif
  Règle: Une remise perdue ou abîmée en chemin est essayée de nouveau jusqu'à son acceptation

    @panne
    Plan du Scénario: la liaison du hub vers le Burkina Faso <défaut>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et la liaison du hub vers le Burkina Faso <défaut>
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors les essais de remise au Burkina Faso portent les numéros <essais>
      Et l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 1               | 1               | 0          | 0              |

      Exemples: ce que le Burkina Faso voit venir
        | défaut                              | essais  |
        | perd les messages, 2 fois           | 3       |
        | perd les réponses, 2 fois           | 1, 2, 3 |
        | tronque les messages, 1 fois        | 2       |
        | brouille les messages, 1 fois       | 2       |
        | double les messages                 | 1, 1    |
        | change l'ordre des messages, 1 fois | 2, 1    |

  @DLV-002 @exclusif @horloge
  Règle: Chaque essai porte son numéro, même quand les réponses se perdent

    @panne
    Scénario: les réponses du Burkina Faso se perdent
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et les réponses du Burkina Faso se perdent
      Et le bureau de départ annonce le mouvement
      Et 2 s passent
      Quand la liaison avec le Burkina Faso est rétablie
      Alors les essais de remise au Burkina Faso portent les numéros 1, 2, 3

  @ORD-003 @exclusif
  Règle: Un message que le suivant a dépassé en chemin prend sa place

    @panne
    Scénario: l'avis modifié dépasse la mainlevée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la liaison du Togo vers le hub change l'ordre des messages, 1 fois
      Et le bureau de départ accorde la mainlevée
      Quand le bureau de départ modifie le conducteur dans son avis
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de transit
      Et l'avis en vigueur est l'avis modifié
