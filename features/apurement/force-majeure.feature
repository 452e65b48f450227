# language: fr
Fonctionnalité: Force majeure

  @DIS-020
  Règle: La force majeure n'apure que les camions qu'elle nomme

    @panne
    Scénario: trois camions d'un convoi de cinq ont brûlé près de Téra
      Étant donné un convoi de 5 camions de Lomé à Niamey par Téra, qui ont franchi toutes leurs frontières
      Quand le bureau de départ apure les T1 des camions 2, 3, 4 pour force majeure: "Convoi incendié près de Téra, procès-verbal joint."
      Alors les camions sont tour à tour dans les états "en transit", "apuré", "apuré", "apuré", "en transit"
      Et chaque destinataire lit le motif: "Convoi incendié près de Téra, procès-verbal joint."

    @nominal
    Scénario: les camions épargnés arrivent à Niamey
      Étant donné un convoi de 4 camions de Lomé à Niamey par Téra, qui ont franchi toutes leurs frontières
      Et le bureau de départ a apuré les T1 des camions 1, 4 pour force majeure: "Camions détruits, procès-verbal joint."
      Quand les camions 2, 3 arrivent
      Alors les camions sont tour à tour dans les états "apuré", "arrivé", "arrivé", "apuré"

    @panne
    Scénario: le camion retenu par un incident, la marchandise perdue met fin au mouvement
      Étant donné un mouvement de Lomé à Niamey par Téra, qui a franchi toutes ses frontières
      Et que le Niger signale un incident et retient le camion
      Quand le bureau de départ apure le mouvement pour force majeure: "Marchandise perdue dans un accident."
      Alors le mouvement est dans l'état "apuré"

    @horloge @panne
    Scénario: le camion en retard dont la perte est connue est apuré sans recherche
      Étant donné un mouvement de Lomé à Niamey par Téra, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 3 jours
      Quand le bureau de départ apure le mouvement pour force majeure: "Camion brûlé, attestation de la gendarmerie."
      Alors le mouvement est dans l'état "apuré"
