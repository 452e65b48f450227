# language: fr
@liaison
Fonctionnalité: Une liaison coupée

  @DLV-017
  Règle: Ce qui est accepté pendant la coupure est remis quand la liaison est rétablie

    @exclusif @horloge @panne
    Scénario: la liaison avec le Niger coupée pendant 2 heures
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et la liaison avec le Niger est coupée pendant 2 heures
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand 3 heures passent
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
