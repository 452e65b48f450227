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

    @exclusif @panne
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

    @ORD-006 @exclusif @panne
    Scénario: le hub arrêté puis relancé n'oublie pas un passage en avance
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre l'entrée
      Et le hub est arrêté brutalement, puis relancé
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors le mouvement est dans l'état "en transit"
      Et l'avis de passage est remis exactement à: Togo
