# language: fr
Fonctionnalité: Un pays absent rattrape son retard

  @DLV-017
  Règle: Ce qui est accepté en l'absence d'un pays lui est remis à son retour

    @exclusif @panne
    Scénario: le Mali, absent pendant l'annonce et la mainlevée, les reçoit à son retour
      Étant donné un mouvement de Lomé à Bamako par Hérémakono
      Et le Mali est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand le Mali est de nouveau joignable
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée

    @exclusif @panne
    Scénario: le Togo, absent, apprend à son retour le passage et l'arrivée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Togo est injoignable
      Et le Burkina Faso enregistre l'entrée
      Et le bureau de destination annonce l'arrivée
      Quand le Togo est de nouveau joignable
      Alors l'avis de passage est remis exactement à: Togo
      Et l'avis d'arrivée est remis exactement à: Togo

    @DLV-020 @exclusif @panne
    Scénario: le hub arrêté puis relancé n'oublie pas ce qui attend
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le hub est arrêté brutalement, puis relancé
      Quand le Burkina Faso est de nouveau joignable
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée

    @exclusif @panne
    Scénario: le Niger, revenu, rattrape dans l'ordre les messages de deux pays
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger est injoignable
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Et le Burkina Faso enregistre l'entrée
      Quand le Niger est de nouveau joignable
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage, l'avis de passage

  @DLV-020 @exclusif
  Règle: Après un arrêt brutal du hub, ce qu'il a accusé prend effet et est remis, une fois

    @ORD-006 @panne
    Scénario: un passage en avance survit à l'arrêt
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre l'entrée
      Et le hub est arrêté brutalement, puis relancé
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors l'avis de passage est remis exactement à: Togo
      Et le mouvement est dans l'état "en transit"

    @panne
    Scénario: un message répété après l'arrêt est reconnu
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Et la file des remises est vide
      Et le hub est arrêté brutalement, puis relancé
      Quand le dernier message est déposé 1 fois de plus, sans rien y changer
      Alors les 2 dépôts reçoivent le même accusé de réception, octet pour octet
      Et les administrations informées sont exactement: Burkina Faso

    @horloge @panne
    Scénario: le délai d'une version manquante court malgré l'arrêt
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la mainlevée reste en chemin
      Et le bureau de départ modifie le conducteur dans son avis
      Et le hub est arrêté brutalement, puis relancé
      Quand 6 min passent
      Alors le hub demande le mouvement entier au Togo
