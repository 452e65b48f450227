# language: fr
Fonctionnalité: Arrivée à destination

  Règle: L'arrivée est enregistrée

    @ARR-001 @nominal
    Scénario: le mouvement est arrivé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de destination annonce l'arrivée
      Alors le mouvement est dans l'état "arrivé"

    @ARR-009 @nominal
    Scénario: tous les passages étant enregistrés, il n'y a rien à signaler
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, qui a franchi toutes ses frontières
      Quand le bureau de destination annonce l'arrivée
      Alors aucun constat n'est émis

  Règle: Arrivée et résultat peuvent venir en un seul acte

    @ARR-002 @arrivee-et-resultat @nominal
    Scénario: l'arrivée et le résultat conforme, annoncés en un seul acte, laissent apurer
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de destination annonce l'arrivée et le résultat "conforme" (A1) en un seul acte
      Alors le mouvement est dans l'état "contrôlé conforme"

    @ARR-003 @arrivee-et-resultat @nominal
    Scénario: l'arrivée et les différences, annoncées en un seul acte, ouvrent un litige
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de destination annonce l'arrivée et le résultat "non conforme" (B1) en un seul acte
      Alors le mouvement est dans l'état "différences constatées"

  Règle: Un camion arrivé est arrivé, même si une frontière est restée muette

    @ARR-004 @panne
    Scénario: l'arrivée sans aucun passage est acceptée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de destination annonce l'arrivée
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"

    @ARR-005 @panne
    Scénario: l'entrée au Mali, restée sans avis, est signalée au Togo et au Mali
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Et le Burkina Faso a enregistré l'entrée
      Et le Burkina Faso a enregistré la sortie
      Quand le bureau de destination annonce l'arrivée
      Alors un constat "passage non enregistré" est remis exactement à: Togo, Mali
      Et le constat "passage non enregistré" désigne le Mali

  Règle: Une arrivée après une clôture manuelle est enregistrée

    @ARR-008 @panne
    Scénario: le camion d'un mouvement clos à la main finit par arriver
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le bureau de départ a clos le mouvement à la main: "Sans nouvelle du camion."
      Quand le bureau de destination annonce l'arrivée
      Alors le message est accepté
      Et le mouvement est dans l'état "clos à la main"

    @CTL-005 @refus
    Scénario: le résultat du contrôle d'un camion arrivé après la clôture n'a plus d'objet
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "clos à la main"
      Et le bureau de destination a annoncé l'arrivée
      Et le Togo a consulté le mouvement
      Quand le bureau de destination communique le résultat "conforme" (A1)
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé

  @ARR-007
  Règle: Un camion n'arrive qu'une fois

    @ERR-015 @refus
    Plan du Scénario: une seconde arrivée est refusée, le mouvement étant dans l'état <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand le bureau de destination annonce l'arrivée
      Alors le message est refusé au vu du mouvement: ALREADY_ARRIVED à /messageType
      Et le mouvement n'a pas changé

      Exemples:
        | état                     |
        | "arrivé"                 |
        | "contrôlé conforme"      |
        | "différences constatées" |
        | "en recouvrement"        |
        | "apuré en partie"        |

    @panne
    Scénario: après une clôture manuelle aussi, une seule arrivée est enregistrée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "clos à la main"
      Et le bureau de destination a annoncé l'arrivée
      Et le Togo a consulté le mouvement
      Quand le bureau de destination annonce l'arrivée
      Alors le message est refusé au vu du mouvement: ALREADY_ARRIVED à /messageType
      Et le mouvement n'a pas changé
