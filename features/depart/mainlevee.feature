# language: fr
Fonctionnalité: Mainlevée pour transit

  Règle: La mainlevée laisse partir le camion

    @DEP-002 @nominal
    Scénario: le mouvement annoncé reçoit sa mainlevée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ accorde la mainlevée
      Alors le message est accepté
      Et le mouvement est dans l'état "mainlevée accordée"

  Règle: Ce que la mainlevée fixe l'emporte sur l'annonce

    @DEP-003 @nominal
    Scénario: le délai de route est celui de la mainlevée
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, annoncé
      Et que la mainlevée fixera un délai de route plus court de 12 heures que l'annonce
      Quand le bureau de départ accorde la mainlevée
      Alors le délai de route publié est celui de la mainlevée, non celui de l'annonce

    @DEP-004 @nominal
    Scénario: un scellé ajouté au départ fait partie des scellés du mouvement
      Étant donné un mouvement scellé 2 fois, de Lomé à Ouagadougou par Cinkansé
      Et que le mouvement est annoncé
      Et que la mainlevée ajoutera un scellé
      Quand le bureau de départ accorde la mainlevée
      Alors les scellés publiés sont ceux de la mainlevée

  Règle: La mainlevée vient après l'annonce, et une seule fois

    @DEP-006 @refus
    Scénario: une mainlevée sans annonce est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ accorde la mainlevée
      Alors le message est refusé au vu du mouvement: UNKNOWN_MOVEMENT à /payload/transitReference
      Et aucune administration n'est informée

    @DEP-007 @refus
    Scénario: une seconde mainlevée est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de départ accorde la mainlevée
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement est dans l'état "mainlevée accordée"
