# language: fr
@liaison
Fonctionnalité: Une liaison coupée, muette ou instable

  @DLV-017 @exclusif @horloge
  Règle: Ce qui est accepté pendant la panne est remis quand la liaison est rétablie

    @panne
    Scénario: la liaison avec le Niger est coupée pendant 2 heures
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et la liaison avec le Niger est coupée pendant 2 heures
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand 3 heures passent
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée

    @panne
    Plan du Scénario: la liaison avec le Burkina Faso <panne>, puis est rétablie
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et la liaison avec le Burkina Faso <panne>
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et 5 min passent
      Quand la liaison avec le Burkina Faso est rétablie
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et l'avis de transit est remis exactement à: Burkina Faso

      Exemples:
        | panne                  |
        | est coupée             |
        | est muette             |
        | rompt chaque connexion |

    # Une coupure peut prendre la réponse du pays : le message lui est alors remis de nouveau, à la même place.
    @panne
    Scénario: la liaison avec le Burkina Faso va et vient, puis est rétablie
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et la liaison avec le Burkina Faso est coupée 200 ms puis rétablie 100 ms, et ainsi de suite
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et 5 min passent
      Quand la liaison avec le Burkina Faso est rétablie
      Alors le Burkina Faso a pris 2 messages, chacun une fois en effet
      Et l'avis de transit parvient exactement à: Burkina Faso, une seule fois en effet
      Et la mainlevée parvient exactement à: Burkina Faso, une seule fois en effet

  @DLV-015 @exclusif @horloge
  Règle: La panne d'une liaison ne retarde pas les autres pays

    @panne
    Plan du Scénario: la liaison avec le Mali <panne>, le Burkina Faso reçoit tout
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et la liaison avec le Mali <panne>
      Et le bureau de départ annonce le mouvement
      Et 10 s passent
      Quand le bureau de départ accorde la mainlevée
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée

      Exemples:
        | panne                  |
        | est coupée             |
        | est muette             |
        | rompt chaque connexion |

  @DLV-013 @exclusif
  Règle: Ce qui attend une liaison coupée est publié

    @panne
    Scénario: deux messages attendent derrière la liaison coupée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et la liaison avec le Burkina Faso est coupée
      Quand le bureau de départ accorde la mainlevée
      Et le Togo enregistre la sortie
      Alors l'état des remises au Burkina Faso est:
        | curseur atteint | dernier en file | en attente | lettres mortes |
        | 1               | 3               | 2          | 0              |

  @DLV-017 @exclusif @horloge
  Règle: Des pannes qui se chevauchent ne font rien perdre, ni rien recevoir deux fois

    @panne
    Scénario: deux liaisons coupées l'une après l'autre, puis un message perdu
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et les liaisons ont les défauts suivants:
        | début | durée | liaison              | défaut                    |
        | 0 s   | 2 h   | avec le Niger        | est coupée                |
        | 1 h   | 2 h   | avec le Burkina Faso | est coupée                |
        | 0 s   | 5 h   | du hub vers le Niger | perd les messages, 1 fois |
      Et le bureau de départ annonce le mouvement
      Et 90 min passent
      Et le bureau de départ accorde la mainlevée
      Quand 4 heures passent
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le registre compte 2 événements
