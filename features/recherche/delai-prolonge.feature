# language: fr
Fonctionnalité: Délai de route: terme et prolongation

  @ENQ-020 @horloge
  Règle: Seule la mainlevée fixe le délai de route

    @panne
    Scénario: le délai annoncé, allongé après la mainlevée, n'évite pas le retard
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et que le bureau de départ modifie le délai annoncé dans son avis
      Quand le délai de route est dépassé de 1 min
      Alors le mouvement est dans l'état "en retard"

  @ENQ-021 @horloge
  Règle: Le délai prolongé trop tard n'efface pas le retard

    @panne
    Scénario: prolongé après son terme, le délai laisse le mouvement en retard
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 1 jour
      Quand le bureau de départ prolonge de 10 jours le délai fixé à la mainlevée
      Alors le message est accepté
      Et le mouvement est dans l'état "en retard"

    @nominal
    Scénario: le camion en retard, son délai prolongé, arrive comme un autre
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 1 jour
      Et que le bureau de départ prolonge de 10 jours le délai fixé à la mainlevée
      Quand le bureau de destination annonce l'arrivée
      Alors le mouvement est dans l'état "arrivé"

  @TIM-020 @horloge
  Règle: Minuit à Niamey est 23 h en temps universel

    @nominal
    Scénario: à 22 h 58 UTC, il n'est pas encore minuit à Niamey
      Étant donné un mouvement de Lomé à Niamey par Kantchari, dont le délai de route expire à 23 h 00 UTC, minuit à Niamey
      Quand il est 22 h 58 UTC au jour de ce terme
      Alors le mouvement est dans l'état "mainlevée accordée"

    @panne
    Scénario: à 23 h 01 UTC, il est passé minuit à Niamey
      Étant donné un mouvement de Lomé à Niamey par Kantchari, dont le délai de route expire à 23 h 00 UTC, minuit à Niamey
      Quand il est 23 h 01 UTC au jour de ce terme
      Alors le mouvement est dans l'état "en retard"
      Et un constat "délai de route dépassé" est remis exactement à: Togo, Burkina Faso, Niger
