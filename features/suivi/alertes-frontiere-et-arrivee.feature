# language: fr
Fonctionnalité: Alertes de frontière et d'arrivée

  Ce que la balise ne peut pas savoir, la plateforme le déduit de ses positions: les frontières franchies, l'arrivée, le délai de
  route.

  @TRK-061
  Règle: L'entrée dans la zone du bureau de destination est dite

    @nominal
    Scénario: le camion entre à Ouagadougou, sa destination, et y reste: c'est dit une fois aux deux pays
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                          | vitesse |
        | 20 min | Koupéla                       | 50      |
        | 2 h    | Ouagadougou                   | 20      |
        | 3 h    | 1 km à l'ouest de Ouagadougou | 0       |
      Alors l'alerte "entrée dans la zone du bureau de destination" est dite aux seuls instants "2 h" à: Togo, Burkina Faso

    @nominal
    Scénario: un camion de Lomé à Bamako qui traverse Ouagadougou n'y est pas arrivé
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé le camion à "Koupéla"
      Quand la balise signale le camion à "Ouagadougou"
      Alors ce rapport ne donne aucune alerte

    @nominal
    Scénario: le même camion entre à Bamako: c'est dit au Mali et au Togo, non au Burkina Faso
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé le camion à "Ségou"
      Quand la balise signale le camion à "Bamako"
      Alors ce rapport donne la seule alerte "entrée dans la zone du bureau de destination", dite exactement à: Togo, Mali

  @TRK-062
  Règle: Chaque frontière franchie est dite

    @nominal
    Scénario: l'entrée au Burkina Faso est dite au Burkina Faso et au Togo
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et la balise a signalé le camion à "Dapaong"
      Quand la balise signale le camion à "Bittou"
      Alors ce rapport donne la seule alerte "frontière franchie", dite exactement à: Togo, Burkina Faso

    @nominal
    Scénario: de Lomé à Bamako, deux frontières donnent deux alertes
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu      | vitesse |
        | 20 min | Dapaong   | 50      |
        | 1 h    | Bittou    | 50      |
        | 2 h    | Tenkodogo | 50      |
        | 4 h    | Koutiala  | 50      |
        | 5 h    | Ségou     | 50      |
      Alors l'alerte "frontière franchie" est dite à ces seuls instants:
        | pays         | après    |
        | Togo         | 1 h, 4 h |
        | Burkina Faso | 1 h      |
        | Mali         | 4 h      |

    @nominal
    Scénario: un camion qui rebrousse chemin franchit la frontière une seconde fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu    | vitesse |
        | 20 min | Dapaong | 50      |
        | 1 h    | Bittou  | 50      |
        | 2 h    | Dapaong | 50      |
      Alors l'alerte "frontière franchie" est dite à ces seuls instants:
        | pays         | après    |
        | Togo         | 1 h, 2 h |
        | Burkina Faso | 1 h      |

    @nominal
    Scénario: au Togo, de Lomé à Dapaong, aucune frontière n'est dite
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu    | vitesse |
        | 20 min | Tsévié  | 50      |
        | 4 h    | Kara    | 50      |
        | 7 h    | Dapaong | 50      |
      Alors l'alerte "frontière franchie" n'est dite à personne

  @TRK-063
  Règle: Un camion qui n'est pas arrivé à la fin du délai de route est signalé

    @nominal @horloge
    Scénario: une heure après la fin du délai, un camion encore sur la route est signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et le délai de route est dépassé de 1 h
      Quand la balise signale à cet instant le camion à "Kara"
      Alors ce rapport donne la seule alerte "délai de route dépassé", dite exactement à: Togo

    @nominal @horloge
    Scénario: une heure avant la fin du délai, le camion n'est pas signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et il reste 1 h avant la fin du délai de route
      Quand la balise signale à cet instant le camion à "Kara"
      Alors ce rapport ne donne aucune alerte

    @nominal @horloge
    Scénario: un camion arrivé à destination n'est plus en retard
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et le bureau de destination a annoncé l'arrivée
      Et le délai de route est dépassé de 1 h
      Quand la balise signale à cet instant le camion à "Zorgho"
      Alors l'alerte "délai de route dépassé" n'est dite à personne
