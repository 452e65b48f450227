# language: fr
Fonctionnalité: Retard de route

  @ENQ-001 @horloge
  Règle: Le délai de route passé sans arrivée, le mouvement est en retard

    @panne
    Scénario: un camion qui n'est pas arrivé à temps est en retard
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le délai de route est dépassé de 1 min
      Alors le mouvement est dans l'état "en retard"

  @ENQ-002 @horloge
  Règle: Le retard est signalé à toutes les administrations de la route

    @panne
    Scénario: le Togo, le Burkina Faso et le Niger sont avertis
      Étant donné un mouvement de Lomé à Niamey par Kantchari, qui a franchi toutes ses frontières
      Quand le délai de route est dépassé de 1 min
      Alors un constat "délai de route dépassé" est remis exactement à: Togo, Burkina Faso, Niger

  @ARR-006 @horloge
  Règle: Une arrivée en retard est une arrivée

    @nominal
    Scénario: le camion en retard arrive
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 2 jours
      Quand le bureau de destination annonce l'arrivée
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"

  @ENQ-011 @horloge
  Règle: Un mouvement arrivé dans le délai n'est jamais en retard

    @nominal
    Scénario: arrivé deux minutes avant le terme, le mouvement garde son état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et il reste 2 min avant la fin du délai de route
      Et que le camion n'arrive que ce jour-là
      Et le bureau de destination a annoncé l'arrivée
      Quand le délai de route est dépassé de 2 jours
      Alors le mouvement est dans l'état "arrivé"
      Et aucun constat n'est émis

    @nominal
    Plan du Scénario: le délai passé, un mouvement <étape> garde son état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le délai de route est dépassé de 2 jours
      Alors le mouvement est dans l'état <état>
      Et aucun constat n'est émis

      Exemples: plus rien n'est attendu
        | étape             | état                |
        | contrôlé conforme | "contrôlé conforme" |
        | apuré             | "apuré"             |

  @ENQ-012 @horloge
  Règle: Le retard n'est signalé qu'une fois par délai

    @panne
    Plan du Scénario: le retard n'est signalé <pays> qu'une fois en trois jours
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 1 min
      Quand 3 jours passent
      Alors le constat "délai de route dépassé" est remis 1 fois <pays>

      Exemples:
        | pays            |
        | au Togo         |
        | au Burkina Faso |

  @TIM-008 @DLV-020 @exclusif @horloge
  Règle: Le hub relancé reprend l'heure où elle en était

    @panne
    Scénario: l'horloge avancée deux fois, le délai échoit à son heure après l'arrêt
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et 1 jour passe
      Et il reste 2 min avant la fin du délai de route
      Et le hub est arrêté brutalement, puis relancé
      Quand 3 min passent
      Alors le mouvement est dans l'état "en retard"
