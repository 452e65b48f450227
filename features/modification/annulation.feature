# language: fr
Fonctionnalité: Annulation du mouvement

  Règle: Un mouvement qui n'a passé aucune frontière peut être annulé

    @CAN-001 @nominal
    Scénario: un mouvement annoncé est annulé avant la mainlevée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ annule le mouvement: "Marchandise retirée par le déclarant."
      Alors le mouvement est dans l'état "annulé"

    @CAN-002 @nominal
    Scénario: un mouvement est annulé après la mainlevée, avant tout passage
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de départ annule le mouvement: "Marchandise retirée par le déclarant."
      Alors le message est accepté
      Et le mouvement est dans l'état "annulé"

    @CAN-004 @nominal
    Scénario: chaque pays de la route apprend l'annulation
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, dont la mainlevée est accordée
      Quand le bureau de départ annule le mouvement: "Marchandise retirée par le déclarant."
      Alors les administrations informées sont exactement: Burkina Faso, Mali

  @CAN-003
  Règle: Un camion qui a passé une frontière ne s'annule plus

    @refus
    Scénario: l'annulation est refusée quand la sortie du Togo est enregistrée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo a enregistré la sortie
      Quand le bureau de départ annule le mouvement: "Marchandise retirée par le déclarant."
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement est dans l'état "en transit"
