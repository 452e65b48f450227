# language: fr
Fonctionnalité: Jours fériés, heures d'ouverture et heure de Niamey

  @PAS-020
  Règle: Un camion qui a passé a passé, que le bureau ait été ouvert ou non

    @nominal
    Plan du Scénario: la sortie du Togo est enregistrée <moment>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée le 26 décembre 2025 à 9 h 00 UTC
      Quand le Togo enregistre la sortie du <instant>
      Alors le message est accepté
      Et aucun constat n'est émis
      Et le mouvement est dans l'état "en transit"

      Exemples:
        | moment                   | instant                        |
        | le jour de l'An          | 1er janvier 2026 à 10 h 00 UTC |
        | la nuit, le bureau fermé | 28 décembre 2025 à 2 h 30 UTC  |

    @nominal
    Scénario: l'arrivée d'un dimanche soir à Ouagadougou est enregistrée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée le 26 décembre 2025 à 9 h 00 UTC
      Quand le bureau de destination annonce l'arrivée du 4 janvier 2026 à 23 h 50 UTC
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"

  @TIM-021
  Règle: Le jour local se déduit de l'instant universel et du fuseau publié

    @nominal
    Plan du Scénario: l'entrée au Niger à 23 h 30 UTC est du <date> à <lieu>
      Étant donné un mouvement de Lomé à Niamey par Kantchari, dont la mainlevée est accordée le 26 décembre 2025 à 9 h 00 UTC
      Quand le Niger enregistre l'entrée du 31 décembre 2025 à 23 h 30 UTC
      Alors chaque destinataire date l'avis de passage du <date>, à l'heure du bureau de <lieu>

      Exemples:
        | lieu   | date             |
        | Niamey | 1er janvier 2026 |
        | Lomé   | 31 décembre 2025 |

    @nominal
    Scénario: à Niamey, l'arrivée de 23 h 10 UTC est du lendemain
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée le 26 décembre 2025 à 9 h 00 UTC
      Quand le bureau de destination annonce l'arrivée du 3 janvier 2026 à 23 h 10 UTC
      Alors chaque destinataire date l'avis d'arrivée du 4 janvier 2026, à l'heure du bureau de Niamey
