# language: fr
Fonctionnalité: Messages composés par le hub

  @ENV-006 @TST-002 @TIM-001
  Règle: Ce que le hub compose est conforme, marqué comme test et daté en temps universel

    @refus
    Scénario: un refus du hub est conforme
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ apure le mouvement
      Alors les messages que le hub a composés sont conformes

    @panne
    Scénario: un constat du hub est conforme
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de destination annonce l'arrivée
      Alors les messages que le hub a composés sont conformes

    @nominal
    Scénario: une réponse du hub est conforme
      Étant donné un mouvement de Lomé à Niamey par Téra, arrivé à destination
      Quand le Niger demande au hub les événements du mouvement
      Alors les messages que le hub a composés sont conformes
