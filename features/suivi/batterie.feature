# language: fr
Fonctionnalité: Batterie de la balise

  Une balise dont la batterie s'épuise se taira: la plateforme le dit avant, que la balise s'en plaigne ou non.

  @TRK-065
  Règle: Sous 20 % de charge, la batterie est dite faible

    @nominal
    Plan du Scénario: une balise <balise> passe de 60 % à 19 %
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "<balise>" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse | batterie |
        | 20 min | Tsévié | 50      | 60       |
        | 40 min | Notsé  | 50      | 19       |
      Alors ce rapport donne la seule alerte "batterie faible", dite exactement à: Togo
      Et la dernière alerte "batterie faible" vaut:
        | champ            | valeur |
        | batterie (%)     | 19     |
        | enregistré après | 40 min |

      Exemples:
        | balise    |
        | Jointech  |
        | Teltonika |
        | JT/T 808  |
        | OsmAnd    |
        | MQTT      |

    @nominal
    Scénario: à 20 % tout juste, rien n'est dit
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse | batterie |
        | 20 min | Tsévié | 50      | 60       |
        | 40 min | Notsé  | 50      | 20       |
      Alors l'alerte "batterie faible" n'est dite à personne

    @nominal
    Scénario: une batterie qui reste faible est dite faible une fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "Jointech" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse | batterie |
        | 20 min | Tsévié | 50      | 15       |
        | 40 min | Notsé  | 50      | 12       |
        | 1 h    | Notsé  | 50      | 9        |
      Alors l'alerte "batterie faible" est dite aux seuls instants "20 min" à: Togo

    @nominal
    Scénario: rechargée puis de nouveau épuisée, la batterie est dite faible deux fois
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "JT/T 808" de la plateforme togolaise
      Quand la balise signale:
        | après  | lieu   | vitesse | batterie |
        | 20 min | Tsévié | 50      | 15       |
        | 40 min | Notsé  | 50      | 80       |
        | 2 h    | Notsé  | 50      | 18       |
      Alors l'alerte "batterie faible" est dite aux seuls instants "20 min, 2 h" à: Togo

    @nominal
    Scénario: au Burkina Faso, la batterie faible est dite aux deux pays
      Étant donné un camion de Lomé à Ouagadougou par Cinkansé, suivi par une balise "MQTT" de la plateforme togolaise
      Et la balise a signalé le camion à "Tenkodogo"
      Quand la balise signale:
        | après  | lieu    | vitesse | batterie |
        | 40 min | Koupéla | 50      | 10       |
      Alors ce rapport donne la seule alerte "batterie faible", dite exactement à: Togo, Burkina Faso
