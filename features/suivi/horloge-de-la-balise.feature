# language: fr
Fonctionnalité: Horloge de la balise

  Une balise règle son horloge sur le fuseau de son fabricant, de son pays, ou sur rien. Sur le fil il n'y a que le temps
  universel, et l'instant où la chose s'est produite.

  @TRK-035
  Règle: L'instant est dit en temps universel, selon le fuseau de l'horloge de la balise

    @nominal
    Plan du Scénario: une balise <balise> réglée sur <fuseau> dit l'instant en temps universel
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise réglée sur <fuseau>
      Quand la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 20 min |

      Exemples:
        | balise   | fuseau              |
        | JT/T 808 | l'heure de Pékin    |
        | JT/T 808 | l'heure universelle |
        | JT/T 808 | l'heure de Niamey   |
        | GT06     | l'heure universelle |
        | GT06     | l'heure de Niamey   |
        | GT06     | l'heure de Calcutta |
        | Jointech | l'heure de Niamey   |
        | Jointech | l'heure du Cap-Vert |

    @nominal
    Scénario: un fuseau corrigé vaut pour les rapports qui suivent
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise réglée sur l'heure de Niamey
      Et la plateforme tient la balise pour réglée sur l'heure universelle
      Et la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
      Et la plateforme tient la balise pour réglée sur l'heure de Niamey
      Quand la balise signale:
        | après | lieu     | vitesse |
        | 3 h   | Atakpamé | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 3 h    |

    @nominal
    Plan du Scénario: au Niger, une balise <balise> ne met pas l'heure locale sur le fil
      Étant donné un camion de Lomé à Niamey par Kantchari, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise signale le camion à "Fada N'Gourma"
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 5 h   | Torodi | 50      |
      Alors le Niger apprend où est le camion après: "5 h"

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | OsmAnd    |
        | MQTT      |

  @TRK-036
  Règle: L'instant d'un événement est celui de la balise, jamais celui de sa réception

    @nominal
    Scénario: une position reçue des heures plus tard garde son instant, et dit quand elle fut reçue
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Quand la balise signale de sa mémoire:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 20 min |
      Et l'instant de réception est celui de la plateforme

    @panne
    Scénario: une horloge qui retarde de 30 minutes n'est pas corrigée par l'heure de réception
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et l'horloge de la balise retarde de 30 min
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 8 h   | Tsévié | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 7 h 30 |

    @nominal
    Scénario: une horloge qui avance de 3 minutes est dans la tolérance
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et l'horloge de la balise avance de 3 min
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 8 h   | Tsévié | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 8 h 03 |
      Et aucun constat n'est émis

  @TRK-042
  Règle: Une position dont l'horloge avance au-delà de la tolérance est conservée et marquée, et donne un constat

    @panne
    Plan du Scénario: l'horloge d'une balise <balise> avance de 20 minutes
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise signale le camion à "Tsévié"
      Et l'horloge de la balise avance de 20 min
      Quand la balise signale:
        | après | lieu  | vitesse |
        | 8 h   | Notsé | 50      |
      Alors les positions du voyage sont, dans cet ordre:
        | après  | lieu   | en avance |
        | 20 min | Tsévié | non       |
        | 8 h 20 | Notsé  | oui       |
      Et un constat "horloge décalée" est remis exactement à: Togo

      Exemples:
        | balise    |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | Jointech  |
        | OsmAnd    |
        | MQTT      |

    @panne
    Scénario: une horloge qui reste en avance donne un seul constat, au pays de la plateforme
      Étant donné un camion de Ouagadougou à Bamako par Koury, suivi par une balise "Teltonika" de la plateforme burkinabè
      Et l'horloge de la balise avance de 1 h
      Quand la balise signale:
        | après  | lieu      | vitesse |
        | 7 h 50 | Koudougou | 50      |
        | 8 h    | Koudougou | 50      |
      Alors les positions du voyage sont, dans cet ordre:
        | après  | lieu      | en avance |
        | 8 h 50 | Koudougou | oui       |
        | 9 h    | Koudougou | oui       |
      Et un constat "horloge décalée" est remis exactement à: Burkina Faso

    @panne
    Scénario: une balise à l'heure de Pékin, tenue pour réglée sur l'heure universelle, se trahit par son avance
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise réglée sur l'heure de Pékin
      Et la plateforme tient la balise pour réglée sur l'heure universelle
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 8 h   | Tsévié | 50      |
      Alors les positions du voyage sont, dans cet ordre:
        | après | lieu   | en avance |
        | 16 h  | Tsévié | oui       |
      Et un constat "horloge décalée" est remis exactement à: Togo

  @TRK-043
  Règle: Aucun événement n'est dit avec un instant futur

    @panne
    Scénario: une position en avance n'est pas dite dans le futur
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et l'horloge de la balise avance de 2 h
      Quand la balise signale:
        | après | lieu   | vitesse |
        | 8 h   | Tsévié | 50      |
      Alors aucun événement n'est dit avec un instant futur
      Et aucune position n'est dite
      Et tous les rapports de la balise figurent au voyage, une fois chacun

    @panne
    Scénario: une alerte dont l'horloge avance est dite quand même, à l'instant de sa réception
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et l'horloge de la balise avance de 2 h
      Quand la balise signale:
        | après | lieu   | vitesse | alerte        |
        | 8 h   | Tsévié | 50      | porte ouverte |
      Alors l'alerte "porte ouverte" est dite exactement à: Togo
      Et aucun événement n'est dit avec un instant futur

    @nominal
    Scénario: une horloge remise à l'heure est crue de nouveau
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Et l'horloge de la balise avance de 2 h
      Et la balise signale:
        | après  | lieu   | vitesse |
        | 7 h 50 | Tsévié | 50      |
      Et l'horloge de la balise est remise à l'heure
      Quand la balise signale:
        | après | lieu  | vitesse |
        | 8 h   | Notsé | 50      |
      Alors la dernière position dite vaut:
        | champ            | valeur |
        | enregistré après | 8 h    |
      Et aucun événement n'est dit avec un instant futur
