# language: fr
Fonctionnalité: Événement de suivi d'une plateforme

  Les plateformes des pays disent où sont les camions, dans les mots de tous. Ce qu'elles disent est jugé avant d'être
  remis, et ne change rien au mouvement : seule une administration le fait avancer.

  @TRK-025
  Règle: Seule une plateforme compose un événement de suivi, et elle ne compose rien d'autre

    @refus
    Plan du Scénario: un événement composé par <pays> est refusé
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand <pays> dit une position à la place de la plateforme
      Alors le message est refusé au dépôt: RULE R38 à /sender
      Et aucune administration n'est informée

      Exemples:
        | pays     |
        | le Togo  |
        | le Niger |

    @refus
    Plan du Scénario: <message> d'une plateforme est refusé
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme nigérienne envoie <message> à la place du bureau compétent
      Alors le message est refusé au dépôt: RULE R38 à /sender
      Et aucune administration n'est informée

      Exemples:
        | message          |
        | l'avis de passage |
        | l'avis d'arrivée  |
        | l'apurement       |

  @TRK-026
  Règle: Une plateforme parle pour elle-même

    @refus
    Scénario: un événement dit au nom d'une autre plateforme est refusé
      Étant donné un camion de Lomé à Bamako par Koury, que suit la plateforme malienne
      Quand la plateforme dit une position au nom de la plateforme togolaise
      Alors le message est refusé au dépôt: RULE R39 à /payload/platform
      Et aucune administration n'est informée

  @TRK-027
  Règle: Un événement vient de la balise qui était sur le camion à cet instant

    @nominal
    Scénario: ce que dit la balise du camion est remis au pays où il se trouve et au pays de départ
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme dit une position à "Fada N'Gourma", au Burkina Faso, au bout de 5 h
      Alors le message est accepté
      Et le message est remis exactement à: Togo, Burkina Faso

    @refus
    Scénario: une balise jamais posée ne dit rien de ce camion
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme dit une position d'une balise jamais posée
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId
      Et aucune administration n'est informée

    @refus
    Scénario: une autre plateforme ne dit rien de ce camion
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que la plateforme malienne est à la table
      Quand la plateforme malienne dit une position à la place de la plateforme
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId
      Et aucune administration n'est informée

    @refus
    Scénario: ce que la balise a enregistré avant sa pose n'est pas de ce voyage
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme dit une position enregistrée 30 min avant la pose
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId

    @refus
    Scénario: ce que la balise a enregistré après sa dépose n'est pas de ce voyage
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que le bureau de sortie du Togo dépose la balise au bout de 3 h
      Quand la plateforme dit une position à "Bittou", au Burkina Faso, au bout de 4 h
      Alors le message est refusé au vu du mouvement: DEVICE_NOT_ATTACHED à /payload/deviceId
      Et aucune administration n'est informée

    @nominal
    Scénario: ce qu'elle a enregistré avant sa dépose est remis, même appris après
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que le bureau de sortie du Togo dépose la balise au bout de 3 h
      Quand la plateforme dit une position à "Dapaong", au Togo, au bout de 2 h
      Alors le message est accepté
      Et le message est remis exactement à: Togo

  @TRK-028
  Règle: Une alerte porte son code, une position n'en porte aucun

    @refus
    Scénario: une alerte sans code est refusée
      Étant donné un camion de Lomé à Bamako par Koury, que suit la plateforme malienne
      Quand la plateforme dit une alerte sans code
      Alors le message est refusé au dépôt: RULE R40 à /payload/alert
      Et aucune administration n'est informée

    @refus
    Scénario: une position qui porte une alerte est refusée
      Étant donné un camion de Lomé à Bamako par Koury, que suit la plateforme malienne
      Quand la plateforme dit une position qui porte l'alerte "porte ouverte"
      Alors le message est refusé au dépôt: RULE R40 à /payload/alert

  @TRK-029
  Règle: Un événement n'est pas daté dans le futur

    @refus
    Scénario: une position à l'heure locale du Niger, une heure en avance, est refusée
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme dit une position enregistrée 60 min dans le futur
      Alors le message est refusé au dépôt: FUTURE_DATED à /payload/recordedAt
      Et aucune administration n'est informée

    @refus
    Scénario: une position reçue demain est refusée
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme dit une position reçue 24 h dans le futur
      Alors le message est refusé au dépôt: FUTURE_DATED à /payload/receivedAt

    @nominal
    Scénario: une avance que la tolérance d'horloge permet est acceptée
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Quand la plateforme dit une position enregistrée 3 min dans le futur
      Alors le message est accepté

  @TRK-045
  Règle: Un événement de suivi ne change pas l'état du mouvement

    @nominal
    Scénario: un camion vu au bureau de destination n'y est pas arrivé pour autant
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que le mouvement est ensuite qui a franchi toutes ses frontières
      Quand la plateforme dit l'alerte "entrée dans la zone du bureau de destination" à "Niamey", au Niger, au bout de 7 h
      Alors le mouvement est dans l'état "en transit"

    @nominal
    Plan du Scénario: l'alerte <alerte> laisse le mouvement où il est
      Étant donné un camion de Lomé à Bamako par Koury, que suit la plateforme malienne
      Quand la plateforme dit l'alerte <alerte> à "Dapaong", au Togo, au bout de 3 h
      Alors le mouvement est dans l'état "mainlevée accordée"
      Et le registre compte 3 événements

      Exemples:
        | alerte                      |
        | "frontière franchie"        |
        | "câble du scellé sectionné" |
        | "délai de route dépassé"    |

    @nominal
    Scénario: une position ancienne, dite après une plus récente, ne ramène pas le mouvement en arrière
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que le mouvement est ensuite arrivé à destination
      Et que la plateforme dit une position à "Niamey", au Niger, au bout de 7 h
      Quand la plateforme dit une position à "Kara", au Togo, au bout de 1 h
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"

  @TRK-085
  Règle: Rien de ce qui survient après la fin du mouvement n'est dit

    @refus
    Plan du Scénario: après <fin>, la plateforme est refusée et personne n'est informé
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que <fin> met fin au mouvement au bout de 3 h
      Quand la plateforme dit une position à "Niamey", au Niger, au bout de 4 h
      Alors le message est refusé au vu du mouvement: MOVEMENT_ENDED à /payload/recordedAt
      Et aucune administration n'est informée

      Exemples:
        | fin                  |
        | l'apurement          |
        | l'annulation         |
        | la clôture à la main |

    @refus
    Scénario: une balise oubliée sur le camion n'apprend plus rien à personne
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que l'apurement met fin au mouvement au bout de 3 h
      Quand la balise signale:
        | après | lieu        | vitesse |
        | 4 h   | Ouagadougou | 40      |
      Alors aucune position n'est dite
      Et le voyage compte 0 position et 0 alerte
      Et la balise est acquittée

  @TRK-086
  Règle: Ce qui est survenu avant la fin du mouvement est conservé et remis, même appris après

    @nominal
    Plan du Scénario: une position d'avant <fin> est remise
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que <fin> met fin au mouvement au bout de 3 h
      Quand la plateforme dit une position à "Koupéla", au Burkina Faso, au bout de 2 h
      Alors le message est accepté
      Et le message est remis exactement à: Togo, Burkina Faso

      Exemples:
        | fin                  |
        | l'apurement          |
        | l'annulation         |
        | la clôture à la main |

    @nominal
    Scénario: un scellé sectionné avant l'apurement est dit, même appris après
      Étant donné un camion de Lomé à Bamako par Koury, que suit la plateforme malienne
      Et que l'apurement met fin au mouvement au bout de 6 h
      Quand la plateforme dit l'alerte "câble du scellé sectionné" à "Boromo", au Burkina Faso, au bout de 5 h
      Alors le message est accepté
      Et le message est remis exactement à: Togo, Burkina Faso
      Et le mouvement est dans l'état "apuré"

    @nominal
    Scénario: ce que la balise gardait en mémoire est dit après l'apurement
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et que l'apurement met fin au mouvement au bout de 3 h
      Quand la balise signale de sa mémoire:
        | après | lieu      | vitesse |
        | 2 h   | Tenkodogo | 50      |
      Alors la position est dite exactement à: Togo, Burkina Faso

  @TRK-083
  Règle: Ce que dit la plateforme d'un pays figure au voyage, où qu'elle soit

    @nominal
    Scénario: les positions et les alertes de la plateforme nigérienne figurent au voyage
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que la plateforme dit une position à "Kara", au Togo, au bout de 2 h
      Et que la plateforme dit une position à "Koupéla", au Burkina Faso, au bout de 5 h
      Quand la plateforme dit l'alerte "porte ouverte" à "Fada N'Gourma", au Burkina Faso, au bout de 6 h
      Alors le voyage compte 2 positions et 1 alerte

    @refus
    Scénario: ce qui lui est refusé n'y figure pas
      Étant donné un camion de Lomé à Niamey par Kantchari, que suit la plateforme nigérienne
      Et que le bureau de sortie du Togo dépose la balise au bout de 3 h
      Et que la plateforme dit une position à "Dapaong", au Togo, au bout de 2 h
      Quand la plateforme dit une position à "Bittou", au Burkina Faso, au bout de 4 h
      Alors le voyage compte 1 position et 0 alerte
