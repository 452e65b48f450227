# language: fr
Fonctionnalité: Messages en avance sur l'avis de transit

  @ORD-005
  Règle: Un passage ou une arrivée en avance sur l'avis de transit attend

    @panne
    Plan du Scénario: en avance, sans refus ni remise: <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau compétent envoie <message>
      Alors le message est accepté
      Et le mouvement est inconnu du registre
      Et aucune administration n'est informée

      Exemples:
        | message           |
        | l'avis de passage |
        | l'avis d'arrivée  |

    @panne
    Scénario: un passage enregistré avant la mainlevée attend aussi
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le Burkina Faso enregistre l'entrée
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"
      Et aucune administration n'est informée

  @ORD-006
  Règle: L'avis et la mainlevée arrivés, les messages en avance prennent effet

    @panne
    Scénario: l'entrée au Burkina Faso, reçue la première, prend sa place
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre l'entrée
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors le mouvement est dans l'état "en transit"
      Et l'avis de passage est remis exactement à: Togo
      Et le registre compte 3 événements

    @panne
    Scénario: l'arrivée reçue la première fait arriver le mouvement
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le bureau de destination annonce l'arrivée
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors le mouvement est dans l'état "arrivé"
      Et l'avis d'arrivée est remis exactement à: Togo, Burkina Faso

  @ORD-007 @horloge
  Règle: Quinze minutes après un message en avance, le hub demande le mouvement au pays de départ

    @panne
    Scénario: l'arrivée attendant toujours, le hub demande le mouvement au Togo
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le bureau de destination a annoncé l'arrivée
      Quand 16 min passent
      Alors le hub demande le mouvement entier au Togo

    @panne
    Scénario: avant quinze minutes, le hub attend
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le bureau de destination a annoncé l'arrivée
      Quand 14 min passent
      Alors le hub n'a encore rien demandé

  @ORD-014
  Règle: Un message en avance déposé deux fois ne prend effet qu'une fois

    @panne
    Scénario: l'entrée, répétée pendant qu'elle attend, n'est comptée et remise qu'une fois
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le Burkina Faso enregistre l'entrée
      Et le dernier message est déposé 2 fois de plus, sans rien y changer
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors l'avis de passage est remis exactement à: Togo, Mali
      Et le registre compte 3 événements

  @ORD-006 @ERR-014
  Règle: Ce qui est faux dans un message en avance est dit quand il prend effet

    @panne
    Scénario: l'entrée par Dakola, reçue la première, est refusée après la mainlevée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso enregistre l'entrée au bureau de Dakola
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors l'avis de passage est refusé au vu du mouvement: OFF_ROUTE à /payload/office
      Et le mouvement est dans l'état "mainlevée accordée"

    @panne
    Scénario: l'arrivée en avance d'un mouvement annulé avant la mainlevée est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le bureau de destination annonce l'arrivée
      Quand le bureau de départ annule le mouvement: "Marchandise retirée par le déclarant."
      Alors l'avis d'arrivée est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement est dans l'état "annulé"

  @ORD-010 @horloge
  Règle: La réponse du pays de départ qui porte l'avis de transit suffit à enregistrer le mouvement

    @panne
    Scénario: l'arrivée en avance prend effet sur la réponse du Togo
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le pays de départ ne répond pas encore aux demandes
      Et le bureau de destination annonce l'arrivée
      Et 16 min passent
      Quand le pays de départ répond au hub par l'avis de transit et la mainlevée accordée
      Alors le mouvement est dans l'état "arrivé"
      Et la version du mouvement est 2
      Et l'avis d'arrivée est remis exactement à: Togo, Burkina Faso

    @ENQ-001 @panne
    Scénario: le mouvement enregistré sur la réponse du Togo devient en retard comme un autre
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le pays de départ ne répond pas encore aux demandes
      Et le Burkina Faso enregistre l'entrée
      Et 16 min passent
      Et le pays de départ répond au hub par l'avis de transit et la mainlevée accordée
      Quand le délai de route est dépassé de 1 min
      Alors le mouvement est dans l'état "en retard"
