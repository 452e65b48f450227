# language: fr
Fonctionnalité: Scellé électronique

  Un agent qui ouvre le scellé avec sa carte ou son mot de passe n'est pas un voleur qui coupe le câble: l'alerte le dit, dans la
  mesure où la balise sait le dire.

  @TRK-053
  Règle: L'ouverture par un agent est dite scellé ouvert, autorisée

    @nominal
    Plan du Scénario: une balise <balise> est ouverte par la carte d'un agent
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu      | vitesse | scellé | autorisé | alerte        |
        | 20 min | Tenkodogo | 0       | ouvert | oui      | scellé ouvert |
      Alors l'alerte "scellé ouvert" est dite exactement à: Togo, Burkina Faso
      Et la dernière alerte "scellé ouvert" vaut:
        | champ            | valeur |
        | autorisé         | oui    |
        | enregistré après | 20 min |
      Et l'alerte "câble du scellé sectionné" n'est dite à personne
      Et l'alerte "scellé ou balise forcé" n'est dite à personne

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |
        | JT/T 808  |
        | OsmAnd    |
        | MQTT      |

  @TRK-053
  Règle: Une ouverture dont la balise ne connaît pas l'auteur n'est pas dite autorisée

    @nominal
    Plan du Scénario: une balise <balise> est ouverte sans carte
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | scellé | autorisé | alerte        |
        | 20 min | Notsé | 0       | ouvert | non      | scellé ouvert |
      Alors ce rapport donne la seule alerte "scellé ouvert", dite exactement à: Togo
      Et la dernière alerte "scellé ouvert" vaut:
        | champ    | valeur     |
        | autorisé | <autorisé> |

      Exemples:
        | balise    | autorisé |
        | Jointech  | rien     |
        | Teltonika | non      |
        | GT06      | rien     |
        | OsmAnd    | rien     |
        | MQTT      | rien     |

    @nominal
    Scénario: une balise JT/T 808, qui ne sait dire que l'ouverture autorisée, dit celle sans carte scellé forcé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | scellé | autorisé | alerte        |
        | 20 min | Notsé | 0       | ouvert | non      | scellé ouvert |
      Alors ce rapport donne la seule alerte "scellé ou balise forcé", dite exactement à: Togo

  @TRK-053
  Règle: Un câble coupé est dit sectionné

    @nominal
    Plan du Scénario: le câble d'une balise <balise> est coupé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale:
        | après  | lieu    | vitesse | scellé    | alerte                    |
        | 40 min | Koupéla | 0       | sectionné | câble du scellé sectionné |
      Alors ce rapport donne la seule alerte "câble du scellé sectionné", dite exactement à: Togo, Burkina Faso
      Et la dernière alerte "câble du scellé sectionné" vaut:
        | champ    | valeur    |
        | scellé   | sectionné |
        | autorisé | rien      |

      Exemples:
        | balise   |
        | Jointech |
        | OsmAnd   |
        | MQTT     |

    @nominal
    Scénario: une balise Teltonika, qui n'a qu'un contact, dit le câble coupé scellé ouvert, non autorisé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | scellé    | alerte                    |
        | 20 min | Notsé | 0       | sectionné | câble du scellé sectionné |
      Alors ce rapport donne la seule alerte "scellé ouvert", dite exactement à: Togo
      Et la dernière alerte "scellé ouvert" vaut:
        | champ    | valeur |
        | autorisé | non    |

    @nominal
    Scénario: une balise JT/T 808, qui n'a pas de signal du câble, le dit scellé forcé
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | scellé    | alerte                    |
        | 20 min | Notsé | 0       | sectionné | câble du scellé sectionné |
      Alors ce rapport donne la seule alerte "scellé ou balise forcé", dite exactement à: Togo

  @TRK-053
  Règle: Une balise forcée est dite forcée, et rien d'autre

    @nominal
    Plan du Scénario: une balise <balise> est forcée
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | alerte                 |
        | 20 min | Notsé | 0       | scellé ou balise forcé |
      Alors ce rapport donne la seule alerte "scellé ou balise forcé", dite exactement à: Togo

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |
        | JT/T 808  |
        | GT06      |
        | OsmAnd    |
        | MQTT      |

    @nominal
    Scénario: ouvert par un agent puis coupé, le scellé donne deux alertes que rien ne confond
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | scellé    | autorisé | alerte                    |
        | 20 min | Notsé | 0       | ouvert    | oui      | scellé ouvert             |
        | 25 min | Notsé | 0       | fermé     | non      |                           |
        | 1 h    | Notsé | 0       | sectionné | non      | câble du scellé sectionné |
      Alors l'alerte "scellé ouvert" est dite aux seuls instants "20 min" à: Togo
      Et l'alerte "câble du scellé sectionné" est dite aux seuls instants "1 h" à: Togo
