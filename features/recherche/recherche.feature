# language: fr
Fonctionnalité: Recherche d'un camion et recouvrement

  @ENQ-003 @horloge
  Règle: L'avis de recherche ouvre la recherche

    @nominal
    Scénario: un camion en retard est recherché par le Togo
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 7 jours
      Quand le bureau de départ lance un avis de recherche
      Alors le mouvement est dans l'état "en recherche"

  @ENQ-004 @horloge
  Règle: La réponse parvient au pays de départ et laisse la recherche ouverte

    @nominal
    Scénario: le Togo apprend que le Mali n'a aucune trace du camion
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 7 jours
      Quand le bureau de départ lance un avis de recherche
      Alors le Mali répond "aucune trace", et sa réponse est remise exactement à: Togo
      Et le mouvement est dans l'état "en recherche"

  @ENQ-005 @horloge
  Règle: Un camion retrouvé arrive normalement

    @nominal
    Scénario: le camion recherché se présente à Bamako et il est arrivé
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 7 jours
      Et le bureau de départ a lancé un avis de recherche
      Quand le bureau de destination annonce l'arrivée
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"

  @horloge
  Règle: Un mouvement dont personne ne rend compte va au recouvrement

    @ENQ-006 @panne
    Scénario: la recherche n'ayant rien donné, le recouvrement commence
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 40 jours
      Et le bureau de départ a lancé un avis de recherche
      Quand le bureau de départ engage le recouvrement
      Alors le mouvement est dans l'état "en recouvrement"
      Et les administrations informées sont exactement: Burkina Faso

    @ENQ-007 @nominal
    Scénario: les droits recouvrés, le mouvement est apuré
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 40 jours
      Et le bureau de départ a engagé le recouvrement
      Quand le bureau de départ apure le mouvement après recouvrement: "Droits payés par le principal."
      Alors le mouvement est dans l'état "apuré"

  @ENQ-008 @ERR-015
  Règle: On ne répond qu'à un avis de recherche reçu

    @refus
    Plan du Scénario: la réponse à une recherche jamais lancée est refusée, le mouvement étant dans l'état <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand le bureau compétent envoie la réponse à l'avis de recherche
      Alors le message est refusé au vu du mouvement: NO_ENQUIRY à /correlationId
      Et le mouvement n'a pas changé

      Exemples:
        | état                     |
        | "arrivé"                 |
        | "contrôlé conforme"      |
        | "différences constatées" |

    @horloge @refus
    Scénario: le Burkina Faso répond à une recherche adressée au Mali
      Étant donné un mouvement de Lomé à Bamako par Koury, dans l'état "en recherche"
      Quand le Burkina Faso répond à l'avis de recherche sans qu'on le lui ait demandé
      Alors le message est refusé au vu du mouvement: NO_ENQUIRY à /correlationId
      Et le mouvement n'a pas changé
