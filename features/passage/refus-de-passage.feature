# language: fr
Fonctionnalité: Refus de passage

  Règle: Un passage refusé suspend le mouvement

    @PAS-006 @nominal
    Scénario: le Burkina Faso refuse l'entrée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le Burkina Faso refuse l'entrée
      Alors le mouvement est dans l'état "suspendu"

    @PAS-006 @RTE-010 @nominal
    Scénario: le refus est connu de tous les autres pays de la route
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Mali refuse l'entrée
      Alors les administrations informées sont exactement: Togo, Burkina Faso

  Règle: Un passage accordé après un refus remet le mouvement en transit

    @PAS-007 @nominal
    Scénario: le camion refusé puis laissé passer reprend sa route
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Burkina Faso a refusé l'entrée
      Quand le Burkina Faso enregistre l'entrée après ce refus
      Alors le mouvement est dans l'état "en transit"
