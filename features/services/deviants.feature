# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Avis refusés et services
  Les services, leurs questions et leurs délais sont une hypothèse : aucun n'a publié d'interface.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services

  @SRV-003
  Règle: Un avis que le registre refuse ne fait interroger personne

    @refus
    Scénario: un second avis sous la même référence ne pose aucune question de plus
      Et le bureau de départ annonce le mouvement
      Et le guichet unique a reçu 1 appel
      Quand le bureau compétent envoie l'avis de transit
      Et 5 s passent
      Alors le message est refusé au vu du mouvement: DUPLICATE_MOVEMENT à /payload/transitReference
      Et le guichet unique reçoit en tout 1 appel
