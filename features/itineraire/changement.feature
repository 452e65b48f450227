# language: fr
Fonctionnalité: Changement d'itinéraire

  @ITI-001
  Règle: Une demande parvient au pays de départ et ne change rien

    @nominal
    Scénario: le Burkina Faso demande de passer par Hérémakono au lieu de Koury
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Burkina Faso demande l'itinéraire de Lomé à Bamako par Hérémakono
      Alors les administrations informées sont exactement: Togo, Mali
      Et l'itinéraire en vigueur est celui de Lomé à Bamako par Koury

  @ITI-002
  Règle: Un changement autorisé remplace l'itinéraire

    @nominal
    Scénario: l'itinéraire publié est le nouveau
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono
      Alors l'itinéraire en vigueur est celui de Lomé à Bamako par Hérémakono

    @nominal
    Scénario: le passage à Hérémakono est désormais accepté
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono
      Quand le Mali enregistre l'entrée au bureau de Hérémakono
      Alors le message est accepté
      Et le mouvement est dans l'état "en transit"

    @refus
    Scénario: le passage à Koury est désormais refusé
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono
      Quand le Mali enregistre l'entrée
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office

  @ITI-003
  Règle: Un changement autorisé est connu des pays de l'ancienne et de la nouvelle route

    @nominal
    Scénario: le Niger quitte la route et le Mali y entre
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Alors les administrations informées sont exactement: Burkina Faso, Niger, Mali
      Et les pays du mouvement sont, dans leur ordre: Togo, Burkina Faso, Mali

  @ITI-004
  Règle: Un changement refusé laisse l'itinéraire inchangé

    @refus
    Scénario: le Togo refuse le détour demandé
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le Burkina Faso demande l'itinéraire de Lomé à Bamako par Hérémakono
      Quand le bureau de départ refuse le changement d'itinéraire
      Alors l'itinéraire en vigueur est celui de Lomé à Bamako par Koury
      Et les administrations informées sont exactement: Burkina Faso, Mali

  @ITI-007
  Règle: Le pays qui entre sur la route reçoit d'abord l'avis et la mainlevée en vigueur

    @nominal
    Scénario: le Mali, qui entre sur la route, reçoit tout dans l'ordre
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée, le changement d'itinéraire

    @nominal
    Scénario: l'avis modifié est celui que le Mali reçoit
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Et le bureau de départ modifie le conducteur dans son avis
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Alors l'avis de transit est remis exactement à: Burkina Faso, Niger, Mali
      Et le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée, le changement d'itinéraire

    @nominal
    Scénario: le Niger, revenu sur la route, ne reçoit pas une seconde fois l'avis et la mainlevée
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Et le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Quand le bureau de départ autorise l'itinéraire de Lomé à Niamey par Kantchari
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée, le changement d'itinéraire, le changement d'itinéraire
      Et l'avis de transit est remis exactement à: Burkina Faso, Niger, Mali

  @ITI-005
  Règle: Un changement autorisé avec un nouveau délai remplace le délai de route

    @nominal
    Scénario: le délai publié est le nouveau
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono et prolonge le délai de route de 4 jours
      Alors le délai de route publié est celui de la mainlevée, prolongé de 4 jours

    @horloge @nominal
    Scénario: l'ancien délai passé, le camion n'est pas en retard
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono et prolonge le délai de route de 4 jours
      Quand le délai de route est dépassé de 3 jours
      Alors le mouvement est dans l'état "mainlevée accordée"
      Et aucun constat n'est émis

    @horloge @panne
    Scénario: le nouveau délai passé, le camion est en retard
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Et le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono et prolonge le délai de route de 4 jours
      Quand le délai de route est dépassé de 5 jours
      Alors le mouvement est dans l'état "en retard"

  @ITI-006 @ERR-015
  Règle: Seul le pays de départ décide de l'itinéraire

    @refus
    Plan du Scénario: <acte>, sans en avoir le pouvoir
      Étant donné un mouvement de Lomé à Bamako par Koury, dans l'état "mainlevée accordée"
      Quand <acte>
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender
      Et le mouvement n'a pas changé

      Exemples:
        | acte                                                          |
        | le Mali autorise l'itinéraire de Lomé à Bamako par Hérémakono |
        | le Burkina Faso refuse le changement d'itinéraire             |
