# language: fr
Fonctionnalité: Alertes d'arrêt et de silence

  Un camion qui ne bouge plus là où rien n'est prévu, une balise qui se tait ou que l'on détache: la plateforme le dit quand cela
  dure, et à ceux que cela regarde.

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
