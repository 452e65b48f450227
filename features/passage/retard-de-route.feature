# language: fr
Fonctionnalité: Passage et apurement après la fin du délai de route

  @horloge
  Règle: Un camion en retard continue sa route

    @PAS-015 @nominal
    Scénario: un passage en retard est enregistré et le mouvement reste en retard
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et que le délai de route est dépassé
      Quand le Togo enregistre la sortie
      Alors le message est accepté
      Et le mouvement est dans l'état "en retard"

    @DIS-008 @nominal
    Scénario: arrivé en retard et contrôlé conforme, le mouvement est apuré comme les autres
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et que le délai de route est dépassé
      Et que le mouvement est ensuite contrôlé conforme
      Quand le bureau de départ apure le mouvement
      Alors le mouvement est dans l'état "apuré"
