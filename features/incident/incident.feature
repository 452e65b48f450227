# language: fr
Fonctionnalité: Incidents en route

  Règle: Un incident qui retient le camion suspend le mouvement jusqu'à sa clôture

    @INC-001 @nominal
    Scénario: le camion retenu par le Burkina Faso, le mouvement est suspendu
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Burkina Faso signale un incident et retient le camion
      Alors le mouvement est dans l'état "suspendu"

    @INC-002 @nominal
    Scénario: l'incident clos, le mouvement repart
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le Burkina Faso signale un incident et retient le camion
      Quand le Burkina Faso clôt l'incident
      Alors le mouvement est dans l'état "en transit"

  Règle: Un incident sans attente ne change pas l'état

    @INC-003 @nominal
    Scénario: la panne réparée sur place est enregistrée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le Burkina Faso signale un incident sans retenir le camion
      Alors le mouvement est dans l'état "en transit"
      Et le registre compte 5 événements

  Règle: L'incident est connu de tous

    @INC-004 @nominal
    Scénario: les autres pays de la route reçoivent l'avis d'incident
      Étant donné un mouvement de Lomé à Niamey par Kantchari, qui a franchi toutes ses frontières
      Quand le Burkina Faso signale un incident sans retenir le camion
      Alors les administrations informées sont exactement: Togo, Niger

  Règle: Les scellés posés après l'incident deviennent ceux du mouvement

    @INC-005 @nominal
    Scénario: un transbordement change tous les scellés
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso signale un transbordement sous de nouveaux scellés
      Alors les scellés publiés sont ceux de l'incident
      Et aucun constat n'est émis

    @PAS-012 @nominal
    Scénario: transbordé au Burkina Faso, le camion entre au Mali sous ses nouveaux scellés
      Étant donné un mouvement scellé 2 fois, de Lomé à Bamako par Koury
      Et que sa mainlevée est accordée
      Et que le Burkina Faso signale un transbordement sous de nouveaux scellés
      Quand le Mali enregistre l'entrée qui suit, sous les scellés de l'incident
      Alors aucun constat n'est émis

  @INC-006
  Règle: Un transbordement change le véhicule, non le mouvement

    @nominal
    Scénario: le nouveau véhicule est connu de tous et le mouvement continue
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Quand le Burkina Faso signale un transbordement sur un nouveau véhicule: "FICTIF-4821"
      Alors chaque destinataire lit le nouveau véhicule: "FICTIF-4821"
      Et les administrations informées sont exactement: Togo, Mali
      Et le mouvement est dans l'état "en transit"
      Et le registre compte 7 événements

    @nominal
    Scénario: le camion transbordé arrive et le même mouvement s'apure
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le Burkina Faso signale un transbordement sur un nouveau véhicule: "FICTIF-4821"
      Et le bureau de destination a annoncé l'arrivée
      Et le bureau de destination a communiqué le résultat "conforme" (A1)
      Quand le bureau de départ apure le mouvement
      Alors le mouvement est dans l'état "apuré"
      Et le registre compte 8 événements
