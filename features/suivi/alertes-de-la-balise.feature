# language: fr
Fonctionnalité: Alertes de la balise

  Chaque fabricant a ses mots pour ce que sa balise remarque. Les douanes n'en lisent qu'un vocabulaire, celui du profil, et
  aussitôt: le pays où se trouve le camion et le pays de départ agissent sur la même alerte.

  @TRK-050 @TRK-002
  Règle: Ce que la balise remarque est dit dans le code du profil, au pays où se trouve le camion et au pays de départ

    @nominal
    Plan du Scénario: une balise Jointech remarque: <alerte>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "<alerte>" à "Koupéla"
      Alors ce rapport donne la seule alerte "<alerte>", dite exactement à: Togo, Burkina Faso

      Exemples:
        | alerte                                       |
        | scellé ouvert                                |
        | câble du scellé sectionné                    |
        | scellé ou balise forcé                       |
        | batterie faible                              |
        | sortie de zone                               |
        | entrée dans la zone du bureau de destination |

    @nominal
    Plan du Scénario: une balise Teltonika remarque: <alerte>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "<alerte>" à "Koupéla"
      Alors ce rapport donne la seule alerte "<alerte>", dite exactement à: Togo, Burkina Faso

      Exemples:
        | alerte                                       |
        | scellé ouvert                                |
        | scellé ou balise forcé                       |
        | porte ouverte                                |
        | balise détachée                              |
        | batterie faible                              |
        | perte de la position                         |
        | brouillage du signal satellitaire            |
        | excès de vitesse                             |
        | sortie de zone                               |
        | entrée dans la zone du bureau de destination |

    @nominal
    Plan du Scénario: une balise JT/T 808 remarque: <alerte>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "<alerte>" à "Koupéla"
      Alors ce rapport donne la seule alerte "<alerte>", dite exactement à: Togo, Burkina Faso

      Exemples:
        | alerte                 |
        | scellé ou balise forcé |
        | porte ouverte          |
        | batterie faible        |
        | perte de la position   |
        | excès de vitesse       |
        | arrêt anormal          |
        | sortie de zone         |
        | écart de l'itinéraire  |
        | délai de route dépassé |

    @nominal
    Plan du Scénario: une balise GT06 remarque: <alerte>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "<alerte>" à "Koupéla"
      Alors ce rapport donne la seule alerte "<alerte>", dite exactement à: Togo, Burkina Faso

      Exemples:
        | alerte                                       |
        | scellé ouvert                                |
        | scellé ou balise forcé                       |
        | porte ouverte                                |
        | balise détachée                              |
        | batterie faible                              |
        | perte de la position                         |
        | brouillage du signal satellitaire            |
        | excès de vitesse                             |
        | sortie de zone                               |
        | entrée dans la zone du bureau de destination |

    @nominal
    Plan du Scénario: une balise OsmAnd remarque: <alerte>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "OsmAnd" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "<alerte>" à "Koupéla"
      Alors ce rapport donne la seule alerte "<alerte>", dite exactement à: Togo, Burkina Faso

      Exemples:
        | alerte                                       |
        | scellé ouvert                                |
        | câble du scellé sectionné                    |
        | scellé ou balise forcé                       |
        | porte ouverte                                |
        | balise détachée                              |
        | batterie faible                              |
        | perte de la position                         |
        | brouillage du signal satellitaire            |
        | excès de vitesse                             |
        | arrêt anormal                                |
        | sortie de zone                               |
        | écart de l'itinéraire                        |
        | entrée dans la zone du bureau de destination |

    @nominal
    Plan du Scénario: une balise MQTT remarque: <alerte>
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale l'alerte "<alerte>" à "Koupéla"
      Alors ce rapport donne la seule alerte "<alerte>", dite exactement à: Togo, Burkina Faso

      Exemples:
        | alerte                                       |
        | scellé ouvert                                |
        | câble du scellé sectionné                    |
        | scellé ou balise forcé                       |
        | porte ouverte                                |
        | balise détachée                              |
        | batterie faible                              |
        | perte de la position                         |
        | brouillage du signal satellitaire            |
        | excès de vitesse                             |
        | arrêt anormal                                |
        | sortie de zone                               |
        | écart de l'itinéraire                        |
        | entrée dans la zone du bureau de destination |
        | délai de route dépassé                       |
        | séparation du convoi                         |

  @TRK-050
  Règle: Une alerte est dite aussitôt, sans attendre la position suivante

    @nominal
    Scénario: deux minutes après une position, l'alerte est dite
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | alerte        |
        | 20 min | Notsé | 50      |               |
        | 22 min | Notsé | 50      | porte ouverte |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "22 min" à: Togo
      Et le Togo apprend où est le camion après: "20 min"

    @nominal
    Scénario: deux alertes d'un même rapport sont dites toutes deux
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu  | vitesse | alerte                                           |
        | 20 min | Notsé | 50      | porte ouverte, brouillage du signal satellitaire |
      Alors l'alerte "porte ouverte" est dite aux seuls instants "20 min" à: Togo
      Et l'alerte "brouillage du signal satellitaire" est dite aux seuls instants "20 min" à: Togo

    @nominal
    Scénario: un rapport sans alerte n'en donne aucune
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale le camion à "Kara"
      Alors la balise est acquittée
      Et aucune alerte n'est dite

  @TRK-002
  Règle: L'alerte suit le camion, non la plateforme

    @nominal
    Scénario: au Mali, l'alerte d'une balise burkinabè est dite au Mali et au Burkina Faso, non au Togo
      Étant donné un camion de Ouagadougou à Bamako par Koury, suivi par une balise "GT06" de la plateforme burkinabè
      Et la balise a signalé le camion à "Koutiala"
      Quand la balise signale l'alerte "porte ouverte" à "Ségou"
      Alors ce rapport donne la seule alerte "porte ouverte", dite exactement à: Burkina Faso, Mali

    @nominal
    Scénario: au Togo, pays de départ, l'alerte est dite au Togo, une fois, et à nul autre
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale l'alerte "porte ouverte" à "Sokodé"
      Alors ce rapport donne la seule alerte "porte ouverte", dite exactement à: Togo

    @nominal
    Scénario: au Niger, l'alerte est dite au Niger et au Togo, non au Burkina Faso traversé
      Étant donné un camion de Lomé à Niamey par Téra, suivi par une balise "OsmAnd" de la plateforme togolaise
      Et la balise a signalé le camion à "Téra"
      Quand la balise signale l'alerte "balise détachée" à "Niamey"
      Alors l'alerte "balise détachée" est dite exactement à: Togo, Niger

    @nominal
    Scénario: sans position satellitaire, l'alerte est dite au dernier pays connu
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu      | vitesse | position | alerte               |
        | 20 min | Tenkodogo | 50      | oui      |                      |
        | 40 min | Tenkodogo | 50      | non      | perte de la position |
      Alors l'alerte "perte de la position" est dite exactement à: Togo, Burkina Faso
