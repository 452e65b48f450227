# language: fr
Fonctionnalité: Alertes d'écart, de zone et d'allure

  Un camion qui quitte sa route, la zone d'un bureau ou l'allure permise se lit dans ses positions: la plateforme le dit, que la
  balise le remarque ou non.

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
