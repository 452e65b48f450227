# language: fr
Fonctionnalité: Positions d'un camion suivi

  Le pays où se trouve le camion et le pays de départ savent où il est, dans les mêmes mots et les mêmes unités, quelle
  que soit la balise.

  @TRK-032
  Règle: La position est dite au pays où se trouve le camion et au pays de départ, et à nul autre

    @nominal
    Scénario: au Burkina Faso, la position est dite au Burkina Faso et au Togo
      Étant donné un camion de Lomé à Bamako par Koury, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale le camion à "Tenkodogo"
      Alors la position est dite exactement à: Togo, Burkina Faso

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

  @TRK-033 @TRK-034
  Règle: La position est dite en degrés, la vitesse en kilomètres par heure, quelle que soit la balise

    @nominal
    Plan du Scénario: une balise <balise> signale 50 km/h à Tsévié
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse |
        | 20 min | Tsévié | 50      |
      Alors la dernière position dite vaut:
        | champ          | valeur    |
        | latitude       | 6,426     |
        | longitude      | 1,213     |
        | vitesse (km/h) | <vitesse> |

      Exemples:
        | balise    | vitesse |
        | Teltonika | 50      |
        | JT/T 808  | 50      |
        | GT06      | 50      |
        | Jointech  | 50      |
        | OsmAnd    | 50      |
        | MQTT      | 50      |
