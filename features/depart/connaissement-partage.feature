# language: fr
Fonctionnalité: Un connaissement sur plusieurs T1

  @DEP-022
  Règle: Les T1 d'un même connaissement vivent chacun leur vie

    @nominal
    Scénario: quatre camions du même connaissement font chacun toute la route
      Quand 4 camions sous un seul connaissement font toute la route de Lomé à Ouagadougou par Cinkansé
      Alors 4 mouvements sont dans l'état "apuré", chacun avec ses seuls événements

    @nominal
    Scénario: le premier camion est apuré pendant que les deux autres roulent
      Étant donné 3 camions sous un seul connaissement, de Lomé à Bamako par Koury, qui ont franchi toutes leurs frontières
      Quand le camion 1 arrive, est contrôlé conforme et apuré
      Alors les camions sont tour à tour dans les états "apuré", "en transit", "en transit"

    @nominal
    Scénario: un T1 annulé n'annule pas les autres
      Étant donné que le bureau de départ annonce 3 mouvements de Lomé à Ouagadougou par Cinkansé sous un seul connaissement
      Quand le bureau de départ annule le T1 du camion 2: "Camion en panne au port."
      Alors les camions sont tour à tour dans les états "enregistré", "annulé", "enregistré"
