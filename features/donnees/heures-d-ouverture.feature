# language: fr
Fonctionnalité: Heures d'ouverture et jours fériés

  @REF-020 @lecture-seule @hypothese
  Règle: Chacun lit quand les bureaux des autres sont ouverts
    Heures et jours sont ceux de nos données de référence, supposés: aucun pays n'a publié les siens.

    @nominal
    Plan du Scénario: le Mali lit les heures du bureau de <bureau>
      Quand le Mali consulte les données de référence
      Alors le bureau de <bureau> ouvre ainsi, à l'heure "<fuseau>":
        | jours   | ouvre   | ferme   |
        | <jours> | <ouvre> | <ferme> |

      Exemples:
        | bureau | fuseau        | jours         | ouvre | ferme |
        | Lomé   | Africa/Lome   | 1, 2, 3, 4, 5 | 07:00 | 17:30 |
        | Niamey | Africa/Niamey | 6             | 08:00 | 12:00 |

    @nominal
    Scénario: le Togo lit les jours fériés de ses voisins
      Quand le Togo consulte les données de référence
      Alors le 18 décembre 2026 est férié au Niger: "Fête de la République"
      Et le 1er janvier 2027 est férié au Burkina Faso: "Jour de l'An"
