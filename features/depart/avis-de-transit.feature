# language: fr
Fonctionnalité: Annonce du mouvement par le bureau de départ

  Règle: L'avis de transit enregistre le mouvement

    @DEP-001 @nominal
    Scénario: le mouvement annoncé est au registre, en première version
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement
      Alors le mouvement est dans l'état "enregistré"
      Et la version du mouvement est 1

    @LED-002 @nominal
    Scénario: l'avis se relit au registre tel qu'il a été écrit
      Étant donné un mouvement de Bamako à Lomé par Koury
      Quand le bureau de départ annonce le mouvement
      Alors l'avis en vigueur est celui d'origine

    @DEP-009 @nominal
    Scénario: le vrac sans scellé ni conteneur est accepté
      Étant donné un mouvement en vrac, sans scellé ni conteneur, de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"

    @DEP-010 @nominal
    Scénario: un connaissement partagé entre trois T1 donne trois mouvements
      Quand le bureau de départ annonce 3 mouvements de Lomé à Ouagadougou par Cinkansé sous un seul connaissement
      Alors 3 mouvements sont dans l'état "enregistré", chacun avec ses seuls événements

  @RTE-003
  Règle: Chaque administration de la route est informée une fois, et aucune autre

    @nominal
    Scénario: de Lomé à Bamako, les deux pays traversés sont informés
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ annonce le mouvement
      Alors les administrations informées sont exactement: Burkina Faso, Mali

    @nominal
    Scénario: un transit de Ouagadougou à Bamako ne regarde pas le Togo
      Étant donné un mouvement de Ouagadougou à Bamako par Koury
      Quand le bureau de départ annonce le mouvement
      Alors les administrations informées sont exactement: Mali

    @RTE-004 @nominal
    Scénario: le Burkina Faso, traversé d'une frontière à l'autre, reçoit un seul avis
      Étant donné un mouvement de Lomé à Niamey par Téra
      Quand le bureau de départ annonce le mouvement
      Alors les administrations informées sont exactement: Burkina Faso, Niger

  Règle: Ce qui est remis est ce qui a été déposé

    @ENV-004 @RTE-006 @nominal
    Scénario: tous les pays de la route lisent le même avis
      Étant donné un mouvement de Lomé à Niamey par Kantchari
      Quand le bureau de départ annonce le mouvement
      Alors tous les destinataires reçoivent les octets déposés

    @ENV-001 @ENV-002 @ENV-003 @nominal
    Scénario: l'accusé de réception se rapporte à l'avis déposé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et l'accusé de réception nomme le message et son empreinte
