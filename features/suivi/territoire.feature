# language: fr
Fonctionnalité: Pays où se trouve le camion

  Une alerte est dite au pays où se trouve le camion et au pays de départ. Ce pays ne s'oublie ni quand la position manque, ni
  quand une autre balise prend la suite, ni quand le camion quitte son corridor.

  @TRK-002
  Règle: Sans position, une balise est au pays du bureau qui l'a posée, ou là où le camion a été vu depuis

    @nominal
    Scénario: posée à l'entrée du Burkina Faso, la balise est forcée avant sa première position
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé le camion à "Sokodé"
      Et une relève à la frontière, 5 heures après, par une balise "JT/T 808" de la plateforme burkinabè
      Quand la balise signale:
        | après  | lieu     | vitesse | position | alerte                 |
        | 5 h 10 | Cinkansé | 0       | non      | scellé ou balise forcé |
      Alors l'alerte "scellé ou balise forcé" est dite exactement à: Togo, Burkina Faso

  @TRK-062
  Règle: Une frontière franchie est dite une fois, quelle que soit la balise

    @nominal
    Scénario: franchie sous la balise togolaise, la frontière n'est pas dite de nouveau par la burkinabè
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Et la balise a signalé:
        | après | lieu   | vitesse |
        | 1 h   | Sokodé | 50      |
        | 4 h   | Bittou | 50      |
      Et une relève à la frontière, 5 heures après, par une balise "MQTT" de la plateforme burkinabè
      Quand la balise signale:
        | après  | lieu      | vitesse |
        | 5 h 30 | Tenkodogo | 50      |
      Alors ce rapport ne donne aucune alerte

    @nominal
    Scénario: franchie entre les deux balises, la frontière est dite par la seconde
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "OsmAnd" de la plateforme togolaise
      Et la balise a signalé le camion à "Sokodé"
      Et une relève à la frontière, 5 heures après, par une balise "Teltonika" de la plateforme burkinabè
      Quand la balise signale:
        | après  | lieu      | vitesse |
        | 5 h 30 | Tenkodogo | 50      |
        | 6 h    | Tenkodogo | 50      |
      Alors l'alerte "frontière franchie" est dite aux seuls instants "5 h 30" à: Togo, Burkina Faso

  @TRK-002
  Règle: Un camion qui a quitté son corridor n'est pas dit à un pays où il n'est pas

    @nominal
    Scénario: passé au Ghana, hors de l'itinéraire, le camion n'est dit qu'au Togo
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise a signalé le camion à "Dapaong"
      Quand la balise signale l'alerte "porte ouverte" à "10,79° N 0,85° O"
      Alors l'alerte "porte ouverte" est dite exactement à: Togo
