# language: fr
Fonctionnalité: Convois

  Le Mali escorte 5 à 20 camions; sur la route du Niger, jusqu'à 300 arrivent ensemble: ici 25, les 300 relèvent des essais de charge.

  @LED-011
  Règle: Un convoi, si long soit-il, est autant de mouvements que de T1

    @nominal
    Scénario: les vingt camions de la plus longue escorte du Mali font toute la route
      Quand un convoi de 20 camions de Lomé à Bamako par Hérémakono part ensemble et fait toute la route
      Alors 20 mouvements sont dans l'état "apuré", chacun avec ses seuls événements

    @nominal
    Scénario: vingt-cinq camions arrivent ensemble à Niamey
      Quand un convoi de 25 camions de Lomé à Niamey par Téra part et arrive ensemble
      Alors 25 mouvements sont dans l'état "arrivé", chacun avec ses seuls événements
