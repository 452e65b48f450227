# language: fr
Fonctionnalité: Positions d'un camion suivi

  Le pays où se trouve le camion et le pays de départ savent où il est, dans les mêmes mots et les mêmes unités, quelle
  que soit la balise.

  @TRK-032
  Règle: La position est dite au pays où se trouve le camion et au pays de départ, et à nul autre

    @nominal
    Scénario: au Burkina Faso, la position est dite au Burkina Faso et au Togo
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise signale le camion à "Tenkodogo"
      Quand la balise signale le camion à "Koupéla"
      Alors la position est dite exactement à: Togo, Burkina Faso
      Et toutes les administrations informées de l'événement reçoivent les mêmes octets

    @nominal
    Scénario: au Togo, pays de départ, la position lui est dite une seule fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale le camion à "Kara"
      Alors la position est dite exactement à: Togo

    @nominal
    Scénario: un transit de Ouagadougou à Bamako ne regarde pas le Togo
      Étant donné un camion de Ouagadougou à Bamako par Koury, suivi par une balise "JT/T 808" de la plateforme burkinabè
      Quand la balise signale le camion à "Koudougou"
      Alors la position est dite exactement à: Burkina Faso

    @nominal
    Scénario: au Niger, la position est dite au Niger et au Togo, et plus au Burkina Faso
      Étant donné un camion de Lomé à Niamey par Kantchari, suivi par une balise "GT06" de la plateforme togolaise
      Et la balise signale le camion à "Fada N'Gourma"
      Et la balise signale le camion à "Makalondi"
      Quand la balise signale le camion à "Torodi"
      Alors la position est dite exactement à: Togo, Niger

  @TRK-033
  Règle: La vitesse est dite en kilomètres par heure et le cap en degrés, quelle que soit la balise

    @nominal
    Plan du Scénario: une balise <balise> signale <vitesse> km/h, cap <cap>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse   | cap   |
        | 20 min | Tsévié | <vitesse> | <cap> |
      Alors la dernière position dite vaut:
        | champ          | valeur    |
        | vitesse (km/h) | <vitesse> |
        | cap (degrés)   | <cap>     |

      Exemples:
        | balise    | vitesse | cap |
        | Teltonika | 50      | 350 |
        | Teltonika | 0       | 0   |
        | JT/T 808  | 50      | 10  |
        | JT/T 808  | 87      | 181 |
        | GT06      | 50      | 90  |
        | GT06      | 87      | 299 |
        | Jointech  | 50      | 270 |
        | Jointech  | 87      | 44  |
        | OsmAnd    | 50      | 180 |
        | OsmAnd    | 87      | 225 |
        | MQTT      | 50      | 359 |
        | MQTT      | 23      | 135 |

  @TRK-034
  Règle: La position est dite en degrés avec son signe: le sud et l'ouest sont négatifs

    @nominal
    Scénario: à l'est de Greenwich, la longitude est positive
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale le camion à "Tsévié"
      Alors la dernière position dite vaut:
        | champ     | valeur |
        | latitude  | 6,426  |
        | longitude | 1,213  |

    @nominal
    Plan du Scénario: à l'ouest de Greenwich, la longitude d'une balise <balise> est négative
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise signale le camion à "Tenkodogo"
      Quand la balise signale le camion à "Koudougou"
      Alors la dernière position dite vaut:
        | champ     | valeur |
        | latitude  | 12,25  |
        | longitude | -2,36  |

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | Jointech  |
        | OsmAnd    |
        | MQTT      |

    # Nul corridor ne passe au sud de l'équateur: le lieu est fictif, le signe ne l'est pas.
    @nominal
    Plan du Scénario: au sud de l'équateur, la latitude d'une balise <balise> est négative
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale le camion à "1,05° S 1,25° E"
      Alors la dernière position dite vaut:
        | champ     | valeur |
        | latitude  | -1,05  |
        | longitude | 1,25   |

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | Jointech  |
        | OsmAnd    |
        | MQTT      |

  @TRK-041
  Règle: Les événements d'une balise sur un mouvement sont numérotés à partir de 1, sans trou

    @nominal
    Scénario: trois positions portent les numéros 1, 2 et 3
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu     | vitesse |
        | 20 min | Tsévié   | 50      |
        | 1 h    | Notsé    | 50      |
        | 2 h    | Atakpamé | 50      |
      Alors le Togo reçoit les événements de la balise numérotés de 1 à 3

    @nominal
    Scénario: une position tardive prend le numéro qui suit, et une répétition n'en prend pas
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
        | 2 h    | Blitta | 50      |
      Et la balise répète ses 2 derniers rapports
      Quand la balise signale de sa mémoire:
        | après | lieu  | vitesse |
        | 1 h   | Notsé | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 1 h    |
        | rang             | 3      |
      Et le Togo reçoit les événements de la balise numérotés de 1 à 3

  @TRK-044
  Règle: Sans réception satellitaire, l'événement le dit et ne donne aucune position nouvelle

    @panne
    Plan du Scénario: une balise <balise> qui ne reçoit plus les satellites ne donne que le dernier lieu connu
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse | position |
        | 20 min | Tsévié | 50      | oui      |
        | 40 min | Tsévié | 0       | non      |
        | 2 h    | Tsévié | 0       | non      |
      Alors l'événement est dit sans réception satellitaire, et sans autre lieu que "Tsévié"

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | Jointech  |
        | OsmAnd    |
        | MQTT      |

    @panne
    Scénario: une balise qui n'a jamais vu de satellite n'est pas dite au large de l'Afrique
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu       | vitesse | position |
        | 20 min | 0° N 0° E  | 0       | non      |
      Alors l'événement est dit sans réception satellitaire, et sans aucun lieu
