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

  @CAP-002 @lecture-seule
  Règle: Les capacités citent la classe base et tous ses messages

    @nominal
    Scénario: les dix messages de la classe base sont cités
      Quand un pays lit les capacités du hub
      Alors il y trouve la classe base avec ses messages: l'avis de transit, la mainlevée, l'avis de passage, l'avis d'arrivée, le résultat du contrôle, l'apurement, l'accusé de réception, le refus de syntaxe, le refus fonctionnel, l'avis de constat

  @CAP-005 @lecture-seule
  Règle: Capacités et santé disent le même environnement

    @nominal
    Scénario: l'environnement est le même des deux côtés
      Quand un pays lit les capacités et la santé du hub
      Alors les deux disent le même environnement
