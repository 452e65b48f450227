# language: fr
Fonctionnalité: Demande de renseignement sur un mouvement

  @QRY-001 @ENV-005
  Règle: Une administration de la route apprend l'état et les événements

    @nominal
    Plan du Scénario: <pays> apprend où en est un mouvement <étape>
      Étant donné un mouvement de Lomé à Bamako par Koury, <étape>
      Quand <pays> demande au hub les événements du mouvement
      Alors le demandeur apprend que le mouvement est dans l'état <état>, avec <nombre> événements

      Exemples:
        | pays            | étape                               | état                 | nombre |
        | le Burkina Faso | dont la mainlevée est accordée      | "mainlevée accordée" | 2      |
        | le Mali         | qui a franchi toutes ses frontières | "en transit"         | 6      |
        | le Togo         | apuré                               | "apuré"              | 9      |

  Règle: Qui n'est pas concerné n'apprend rien

    @QRY-002 @refus
    Scénario: le Niger n'apprend rien d'un mouvement qui ne passe pas chez lui
      Étant donné un mouvement de Ouagadougou à Bamako par Koury, dont la mainlevée est accordée
      Quand le Niger demande au hub les événements du mouvement
      Alors la demande est rejetée sans aucune donnée: NOT_AUTHORISED

    @QRY-003 @refus
    Scénario: la demande sur un mouvement inconnu est rejetée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le Burkina Faso demande au hub les événements du mouvement
      Alors la demande est rejetée sans aucune donnée: UNKNOWN

  @QRY-007 @RTE-007
  Règle: Une demande au pays de départ lui est remise, et sa réponse va au demandeur seul

    @nominal
    Scénario: le Togo répond au Mali, et à lui seul
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Quand le Mali demande au pays de départ les événements du mouvement
      Alors la demande de renseignement est remise exactement à: Togo
      Et la réponse du Togo parvient au demandeur, et à lui seul

  @QRY-004
  Règle: La réponse donne ce que la demande veut savoir, et rien de plus

    @nominal
    Plan du Scénario: qui demande <portée> reçoit <parties>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso demande au hub <portée>
      Alors la réponse porte exactement: <parties>

      Exemples:
        | portée                            | parties                          |
        | l'état du mouvement               | l'état                           |
        | les événements du mouvement       | l'état et les événements         |
        | tout ce qui concerne le mouvement | l'état, les événements et l'avis |

  @QRY-005
  Règle: Un mouvement se retrouve par ce que l'officier a sous les yeux

    @nominal
    Plan du Scénario: le Mali retrouve le mouvement par <clé>
      Étant donné un mouvement scellé et en conteneur de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Quand le Mali demande au hub quel mouvement porte <clé>
      Alors le demandeur apprend que le mouvement est dans l'état "en transit", avec 6 événements

      Exemples:
        | clé                       |
        | cette référence nationale |
        | cette plaque              |
        | ce conteneur              |
        | ce scellé                 |

  @QRY-006
  Règle: La réponse part dans la minute

    @nominal
    Scénario: le Burkina Faso a sa réponse dans la minute
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso demande au hub l'état du mouvement
      Alors la réponse du hub est rédigée dans la minute

  @QRY-005
  Règle: Un camion se retrouve sous le T1 qu'il porte aujourd'hui, par la plaque qu'il porte aujourd'hui

    @nominal
    Scénario: le tracteur changé en route, le mouvement se retrouve par la nouvelle plaque
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le bureau de départ modifie le tracteur dans son avis
      Quand le Mali demande au hub quel mouvement porte la plaque de l'avis modifié
      Alors le demandeur apprend que le mouvement est dans l'état "mainlevée accordée", avec 3 événements

  @QRY-008
  Règle: Revenu sous un autre T1, le camion se retrouve sous le dernier

    @nominal
    Plan du Scénario: <premier>, puis <second>: le second T1 est trouvé
      Étant donné un mouvement <premier>, apuré
      Et un second mouvement <second>, sur le même camion, dont la mainlevée est accordée
      Quand le Togo demande au hub quel mouvement porte cette plaque
      Alors le demandeur apprend que le mouvement est dans l'état "mainlevée accordée", avec 2 événements

      Exemples:
        | premier                             | second                              |
        | de Ouagadougou à Lomé par Cinkansé  | de Lomé à Ouagadougou par Cinkansé  |
        | de Lomé à Ouagadougou par Cinkansé  | de Ouagadougou à Lomé par Cinkansé  |

    @nominal
    Scénario: le Togo, que le second T1 ne regarde pas, apprend encore le premier
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, apuré
      Et un second mouvement de Ouagadougou à Bamako par Koury, sur le même camion, dont la mainlevée est accordée
      Quand le Togo demande au hub quel mouvement porte cette plaque
      Alors le demandeur apprend que le premier mouvement est dans l'état "apuré", avec 7 événements
