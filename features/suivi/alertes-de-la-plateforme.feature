# language: fr
Fonctionnalité: Alertes de la plateforme

  Ce que la balise ne peut pas savoir, la plateforme le déduit de ses positions: l'itinéraire, les bureaux, les frontières, le
  délai de route, le silence.

  @TRK-055
  Règle: Un camion qui s'écarte du corridor est signalé en deux rapports

    @nominal
    Plan du Scénario: <km> km à l'est de la route, la balise <balise> donne l'alerte au deuxième rapport
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                     | vitesse |
        | 20 min | Notsé                    | 50      |
        | 40 min | <km> km à l'est de Notsé | 50      |
        | 1 h    | <km> km à l'est de Notsé | 50      |
        | 1 h 20 | <km> km à l'est de Notsé | 50      |
      Alors l'alerte "écart de l'itinéraire" est dite aux seuls instants "1 h" à: Togo

      Exemples:
        | km | balise    |
        | 6  | Teltonika |
        | 12 | Jointech  |
        | 40 | MQTT      |

    @nominal
    Scénario: une seule position égarée n'est pas un écart
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                   | vitesse |
        | 20 min | Notsé                  | 50      |
        | 40 min | 12 km à l'est de Notsé | 50      |
        | 1 h    | Notsé                  | 50      |
        | 1 h 20 | 12 km à l'est de Notsé | 50      |
        | 1 h 40 | Notsé                  | 50      |
      Alors l'alerte "écart de l'itinéraire" n'est dite à personne

    @nominal
    Scénario: à 4 km de la route, le camion est encore sur l'itinéraire
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                  | vitesse |
        | 20 min | 4 km à l'est de Notsé | 50      |
        | 40 min | 4 km à l'est de Notsé | 50      |
        | 1 h    | 4 km à l'est de Notsé | 50      |
      Alors l'alerte "écart de l'itinéraire" n'est dite à personne

    @nominal
    Scénario: revenu sur la route, le camion s'en écarte de nouveau: l'alerte est dite deux fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                   | vitesse |
        | 20 min | 12 km à l'est de Notsé | 50      |
        | 40 min | 12 km à l'est de Notsé | 50      |
        | 1 h    | Notsé                  | 50      |
        | 2 h    | 12 km à l'est de Notsé | 50      |
        | 2 h 20 | 12 km à l'est de Notsé | 50      |
      Alors l'alerte "écart de l'itinéraire" est dite aux seuls instants "40 min, 2 h 20" à: Togo

    @nominal
    Scénario: au Burkina Faso, l'écart est dit aux deux pays
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et la balise a signalé:
        | après  | lieu                       | vitesse |
        | 20 min | Tenkodogo                  | 50      |
        | 40 min | 15 km à l'est de Tenkodogo | 50      |
      Quand la balise signale le camion à "15 km à l'est de Tenkodogo"
      Alors ce rapport donne la seule alerte "écart de l'itinéraire", dite exactement à: Togo, Burkina Faso

  @TRK-056
  Règle: Un camion qui quitte la zone d'un bureau sans son acte est signalé

    @nominal
    Scénario: parti de Lomé sans mainlevée, le camion est signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, sans mainlevée, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé le camion à "Lomé port"
      Quand la balise signale le camion à "Tsévié"
      Alors ce rapport donne la seule alerte "sortie de zone", dite exactement à: Togo

    @nominal
    Scénario: parti de Lomé avec sa mainlevée, le camion n'est pas signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé le camion à "Lomé port"
      Quand la balise signale le camion à "Tsévié"
      Alors l'alerte "sortie de zone" n'est dite à personne

    @nominal
    Scénario: sans mainlevée, le camion qui reste au bureau n'est pas signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, sans mainlevée, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé le camion à "Lomé port"
      Quand la balise signale le camion à "2 km au nord de Lomé port"
      Alors l'alerte "sortie de zone" n'est dite à personne

    @nominal
    Scénario: le camion passe Cinkansé sans qu'aucun bureau n'enregistre de passage: il est signalé aux deux pays
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et la balise a signalé le camion à "Cinkansé"
      Quand la balise signale le camion à "Bittou"
      Alors l'alerte "sortie de zone" est dite exactement à: Togo, Burkina Faso

    @nominal
    Scénario: l'entrée manque encore, le camion est signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et le Togo a enregistré la sortie
      Et la balise a signalé le camion à "Cinkansé"
      Quand la balise signale le camion à "Bittou"
      Alors l'alerte "sortie de zone" est dite exactement à: Togo, Burkina Faso

    @nominal
    Scénario: les deux passages enregistrés, le camion quitte Cinkansé sans cette alerte
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et le Togo a enregistré la sortie
      Et le Burkina Faso a enregistré l'entrée
      Et la balise a signalé le camion à "Cinkansé"
      Quand la balise signale le camion à "Bittou"
      Alors l'alerte "sortie de zone" n'est dite à personne

  @TRK-057
  Règle: Un arrêt hors d'un lieu prévu, au-delà du délai, est signalé

    @nominal
    Plan du Scénario: la balise <balise> reste 35 minutes en rase campagne
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                    | vitesse |
        | 20 min | 10 km au nord de Tsévié | 0       |
        | 40 min | 10 km au nord de Tsévié | 0       |
        | 55 min | 10 km au nord de Tsévié | 0       |
        | 1 h 10 | 10 km au nord de Tsévié | 0       |
      Alors l'alerte "arrêt anormal" est dite aux seuls instants "55 min" à: Togo

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |
        | GT06      |

    @nominal
    Plan du Scénario: un arrêt à <lieu>, <raison>, n'est pas signalé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | <lieu> | 0       |
        | 1 h    | <lieu> | 0       |
        | 7 h    | <lieu> | 0       |
      Alors l'alerte "arrêt anormal" n'est dite à personne

      Exemples:
        | lieu      | raison                  |
        | Sokodé    | une nuit en ville       |
        | Cinkansé  | devant les deux bureaux |
        | Lomé port | au bureau de départ     |

    @nominal
    Scénario: deux courtes haltes ne font pas un long arrêt
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                    | vitesse |
        | 20 min | 10 km au nord de Tsévié | 0       |
        | 40 min | 10 km au nord de Tsévié | 0       |
        | 45 min | 12 km au nord de Tsévié | 40      |
        | 50 min | 12 km au nord de Tsévié | 0       |
        | 1 h 10 | 12 km au nord de Tsévié | 0       |
      Alors l'alerte "arrêt anormal" n'est dite à personne

    @nominal
    Scénario: ce que la balise et la plateforme remarquent toutes deux est dit une fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "OsmAnd" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu                    | vitesse | alerte        |
        | 20 min | 10 km au nord de Tsévié | 0       |               |
        | 40 min | 10 km au nord de Tsévié | 0       | arrêt anormal |
        | 55 min | 10 km au nord de Tsévié | 0       |               |
      Alors l'alerte "arrêt anormal" est dite aux seuls instants "40 min" à: Togo

  @TRK-058
  Règle: Une balise muette au-delà du délai est signalée

    @nominal @horloge
    Scénario: 46 minutes après la dernière position d'un camion qui roule, la balise est dite muette aux deux pays
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à "Tenkodogo"
      Quand 46 min passent
      Alors l'alerte "balise muette" est dite exactement à: Togo, Burkina Faso
      Et la dernière alerte "balise muette" vaut:
        | champ                 | valeur |
        | territoire            | BF     |
        | position satellitaire | LOST   |

    @nominal @horloge
    Scénario: 44 minutes de silence ne sont pas une alerte
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à "Kara"
      Quand 44 min passent
      Alors l'alerte "balise muette" n'est dite à personne

    @nominal @horloge
    Scénario: d'un camion à l'arrêt, on attend trois heures
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à l'arrêt à "Kara"
      Quand 179 min passent
      Alors l'alerte "balise muette" n'est dite à personne

    @nominal @horloge
    Scénario: d'un camion à l'arrêt, trois heures passées, la balise est dite muette
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à l'arrêt à "Kara"
      Quand 181 min passent
      Alors l'alerte "balise muette" est dite exactement à: Togo

    @nominal @horloge
    Scénario: une balise posée qui n'a jamais rien dit est dite muette
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Quand 46 min passent
      Alors l'alerte "balise muette" est dite exactement à: Togo

    @nominal @horloge
    Scénario: un silence qui dure est dit une fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à "Kara"
      Et 46 min passent
      Quand 5 h passent
      Alors le Togo reçoit 1 fois l'alerte "balise muette"

    @nominal @horloge
    Scénario: la balise parle de nouveau, puis se tait de nouveau: elle est dite muette deux fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à "Kara"
      Et 46 min passent
      Et la balise a signalé à cet instant le camion à "Niamtougou"
      Quand 46 min passent
      Alors le Togo reçoit 2 fois l'alerte "balise muette"

    @nominal @horloge
    Plan du Scénario: une balise <balise> sans position qui donne signe de vie n'est pas muette
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise a signalé à cet instant le camion à "Kara"
      Et 30 min passent
      Et la balise a donné signe de vie
      Quand 30 min passent
      Alors l'alerte "balise muette" n'est dite à personne

      Exemples:
        | balise   |
        | JT/T 808 |
        | GT06     |

    @nominal @horloge
    Scénario: d'une balise déposée, on n'attend plus rien
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et le bureau de départ a déposé la balise 1 h après la pose
      Quand 5 h passent
      Alors l'alerte "balise muette" n'est dite à personne

  @TRK-059
  Règle: Une balise détachée sans bureau est signalée

    @nominal
    Plan du Scénario: une balise <balise> quitte le camion sur la route
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "balise détachée" à "Koupéla"
      Alors ce rapport donne la seule alerte "balise détachée", dite exactement à: Togo, Burkina Faso

      Exemples:
        | balise    |
        | Teltonika |
        | GT06      |
        | OsmAnd    |
        | MQTT      |

    @nominal
    Scénario: déposée par un bureau, la balise qui se dit détachée n'alerte personne
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et le bureau de départ a déposé la balise 30 min après la pose
      Quand la balise signale:
        | après  | lieu      | vitesse | alerte          |
        | 35 min | Lomé port | 0       | balise détachée |
      Alors l'alerte "balise détachée" n'est dite à personne

    @nominal
    Scénario: détachée avant que le bureau ne la dépose, la balise est signalée, même apprise après
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et le bureau de départ a déposé la balise 30 min après la pose
      Quand la balise signale de sa mémoire:
        | après  | lieu      | vitesse | alerte          |
        | 25 min | Lomé port | 0       | balise détachée |
      Alors l'alerte "balise détachée" est dite aux seuls instants "25 min" à: Togo

  @TRK-060
  Règle: Au-delà de 90 km/h, le camion est dit en excès de vitesse

    @nominal
    Plan du Scénario: une balise <balise> dit 97 km/h
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise a signalé le camion à "Tsévié"
      Quand la balise signale:
        | après  | lieu  | vitesse |
        | 40 min | Notsé | 97      |
      Alors ce rapport donne la seule alerte "excès de vitesse", dite exactement à: Togo

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | OsmAnd    |
        | MQTT      |

    @nominal
    Scénario: à 89 km/h, rien n'est dit
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "OsmAnd" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 89      |
        | 40 min | Notsé  | 89      |
      Alors l'alerte "excès de vitesse" n'est dite à personne

    @nominal
    Scénario: l'excès qui dure est dit une fois, puis une fois encore après une allure normale
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu     | vitesse |
        | 20 min | Tsévié   | 97      |
        | 40 min | Notsé    | 99      |
        | 1 h    | Atakpamé | 60      |
        | 1 h 20 | Blitta   | 95      |
      Alors l'alerte "excès de vitesse" est dite aux seuls instants "20 min, 1 h 20" à: Togo

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
