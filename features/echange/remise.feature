# language: fr
Fonctionnalité: Remise des messages et nouveaux essais

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

  @DLV-002
  Règle: Chaque essai porte son numéro

    @exclusif @panne
    Scénario: le Burkina Faso indisponible deux fois voit trois essais
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso se dit momentanément indisponible aux 2 prochaines remises
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors les essais de remise au Burkina Faso portent les numéros 1, 2, 3

  @DLV-003
  Règle: Les remises sur un même mouvement gardent l'ordre de dépôt

    @exclusif @panne
    Plan du Scénario: l'ordre tient quand le Burkina Faso <panne>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso <panne> à la prochaine remise
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Quand les nouveaux essais de remise ont eu lieu
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage

      Exemples:
        | panne                              |
        | se dit momentanément indisponible  |
        | coupe la liaison sans répondre     |

  @DLV-004
  Règle: Une remise qui échoue est essayée de nouveau jusqu'à son acceptation

    @exclusif @panne
    Plan du Scénario: le Burkina Faso <panne>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso <panne> à la prochaine remise
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors les administrations informées sont exactement: Burkina Faso
      Et les essais de remise au Burkina Faso portent les numéros 1, 2

      Exemples:
        | panne                                          |
        | se dit momentanément indisponible              |
        | répond par une erreur interne                  |
        | coupe la liaison sans répondre                 |
        | enregistre le message mais sa réponse se perd  |

  @DLV-005
  Règle: Une remise refusée par son destinataire prend fin

    @exclusif @refus
    Scénario: le Burkina Faso refuse l'avis, qui ne lui est pas présenté de nouveau
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso refuse la prochaine remise
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors les essais de remise au Burkina Faso portent les numéros 1

    @exclusif @refus
    Scénario: le refus d'un pays ne prive pas les autres de l'avis
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le Burkina Faso refuse la prochaine remise
      Et le bureau de départ annonce le mouvement
      Quand la mainlevée est envoyée
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le Burkina Faso a reçu dans l'ordre: la mainlevée

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
