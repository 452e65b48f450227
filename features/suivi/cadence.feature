# language: fr
Fonctionnalité: Cadence des positions

  Un camion qui roule est suivi d'assez près pour qu'on le retrouve; un camion arrêté ne charge pas la liaison. La balise
  dit ce qu'elle veut: c'est la plateforme qui tient la cadence.

  @TRK-030
  Règle: La position d'un camion qui roule est dite toutes les 15 minutes au plus

    @nominal
    Scénario: une balise qui signale toutes les 5 minutes donne une position par quart d'heure au moins
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Quand la balise signale toutes les 5 min, pendant 1 heure, un camion qui roule à 60 km/h
      Alors le Togo apprend où est le camion toutes les 15 min au moins en route, et toutes les 60 min à l'arrêt

    @nominal
    Scénario: une balise qui signale toutes les 15 minutes donne chaque position
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale toutes les 15 min, pendant 1 heure, un camion qui roule à 60 km/h
      Alors le Togo apprend où est le camion après: "15 min, 30 min, 45 min, 1 h"

    @nominal
    Scénario: une balise plus lente que la cadence donne chaque position
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "OsmAnd" de la plateforme togolaise
      Quand la balise signale toutes les 40 min, pendant 2 h, un camion qui roule à 60 km/h
      Alors le Togo apprend où est le camion après: "40 min, 1 h 20, 2 h"

    @nominal
    Scénario: la première position après la pose est dite aussitôt
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale:
        | après | lieu      | vitesse |
        | 1 min | Lomé port | 30      |
      Alors le Togo apprend où est le camion après: "1 min"

    @nominal
    Scénario: un camion qui repart est suivi de nouveau par quarts d'heure
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "GT06" de la plateforme togolaise
      Et la balise signale toutes les 10 min, pendant 40 min, un camion arrêté
      Quand la balise signale toutes les 5 min, pendant 30 min, un camion qui roule à 60 km/h
      Alors le Togo apprend où est le camion toutes les 15 min au moins en route, et toutes les 60 min à l'arrêt

  @TRK-031
  Règle: La position d'un camion arrêté est dite toutes les 60 minutes au plus

    @nominal
    Scénario: une balise qui signale toutes les 15 minutes donne une position par heure au moins
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale toutes les 15 min, pendant 3 h, un camion arrêté
      Alors le Togo apprend où est le camion toutes les 15 min au moins en route, et toutes les 60 min à l'arrêt

    @nominal
    Scénario: une balise qui ne se réveille que toutes les heures donne chaque position
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale toutes les 60 min, pendant 3 h, un camion arrêté
      Alors le Togo apprend où est le camion après: "1 h, 2 h, 3 h"

    @nominal
    Scénario: un camion qui s'arrête est dit au bout d'une heure
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Teltonika" de la plateforme togolaise
      Et la balise signale toutes les 15 min, pendant 30 min, un camion qui roule à 60 km/h
      Quand la balise signale toutes les 30 min, pendant 90 min, un camion arrêté
      Alors le Togo apprend où est le camion toutes les 15 min au moins en route, et toutes les 60 min à l'arrêt
