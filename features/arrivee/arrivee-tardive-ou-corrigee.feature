# language: fr
Fonctionnalité: Arrivée et résultat en un seul acte, en retard ou corrigés

  @ARR-022 @arrivee-et-resultat @horloge
  Règle: La validation tardive se fait aussi en un seul acte

    @nominal
    Plan du Scénario: en retard, l'arrivée au résultat <résultat> donne <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 2 jours
      Quand le bureau de destination annonce l'arrivée et le résultat <résultat> en un seul acte
      Alors le message est accepté
      Et le mouvement est dans l'état <état>

      Exemples:
        | résultat            | état                     |
        | "conforme" (A1)     | "contrôlé conforme"      |
        | "non conforme" (B1) | "différences constatées" |

  @ENQ-022 @horloge
  Règle: La validation tardive se lit encore après l'apurement

    @nominal
    Scénario: arrivé trois jours trop tard et apuré, le mouvement garde la trace de son retard
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 3 jours
      Et que le camion n'arrive que ce jour-là
      Et que le mouvement est ensuite contrôlé conforme
      Quand le bureau de départ apure le mouvement
      Alors le mouvement est dans l'état "apuré"
      Et le registre publie ce seul constat, daté: "délai de route dépassé"

  @CTL-004 @arrivee-et-resultat
  Règle: Le résultat donné à l'arrivée se corrige comme un autre

    @nominal
    Scénario: le litige ouvert à l'arrivée est levé par un résultat corrigé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le bureau de destination a annoncé l'arrivée et le résultat "non conforme" (B1) en un seul acte
      Quand le bureau de destination corrige en "conforme" (A1) le résultat donné à l'arrivée
      Alors le mouvement est dans l'état "contrôlé conforme"

  @ARR-002 @ARR-005 @arrivee-et-resultat
  Règle: Une frontière muette n'empêche pas l'arrivée conforme en un seul acte

    @panne
    Scénario: l'entrée au Burkina Faso, restée sans avis, est signalée, et l'arrivée est conforme
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le bureau de destination annonce l'arrivée et le résultat "conforme" (A1) en un seul acte
      Alors le mouvement est dans l'état "contrôlé conforme"
      Et un constat "passage non enregistré" est remis exactement à: Togo, Burkina Faso
