# language: fr
Fonctionnalité: Ce que le hub dit de lui-même

  @CAP-001 @lecture-seule
  Règle: Le hub publie ses capacités

    @nominal
    Scénario: versions, classes, messages et options se lisent dans la forme convenue
      Quand un pays lit les capacités du hub
      Alors il y trouve la version 0.1 du profil, dans la forme convenue

  @CAP-003 @lecture-seule
  Règle: Le hub dit s'il est prêt, pour quel environnement, et à quelle heure

    @nominal
    Scénario: le hub est prêt
      Quand un pays lit la santé du hub
      Alors le hub se dit prêt, dans l'environnement de la cible, et donne l'heure en temps universel

  @CAP-004
  Règle: Un pays enregistre son adresse de remise

    @nominal
    Scénario: le Mali figure parmi les participants
      Quand le Mali enregistre son adresse de remise
      Alors le Mali figure parmi les participants, à cette adresse
