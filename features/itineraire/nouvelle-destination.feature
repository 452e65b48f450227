# language: fr
Fonctionnalité: Routes convenues et nouvelle destination

  @ITI-020
  Règle: Seules les routes convenues se prennent

    @refus
    Scénario: une route de circonstance est refusée au changement
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le bureau de départ autorise la route "LOME-OUAGADOUGOU-BAMAKO-FARAMANA"
      Alors le message est refusé au dépôt: UNKNOWN_ITINERARY à /payload/itinerary/corridor
      Et l'itinéraire en vigueur est celui de Lomé à Bamako par Koury

  Règle: La nouvelle destination est connue et ses passages comptent

    @ITI-003 @nominal
    Scénario: le Burkina Faso et le Mali apprennent la nouvelle destination
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Alors les administrations informées sont exactement: Burkina Faso, Mali
      Et les pays du mouvement sont, dans leur ordre: Togo, Burkina Faso, Mali

    @ITI-002 @nominal
    Scénario: l'entrée au Mali est un passage de la nouvelle route
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et que le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Quand le Mali enregistre l'entrée au bureau de Koury, sur la nouvelle route
      Alors le message est accepté
      Et les administrations informées sont exactement: Togo, Burkina Faso

    @ITI-021 @nominal
    Scénario: le camion arrive à Bamako
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et que le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Quand le bureau de Bamako annonce l'arrivée
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"

    @ITI-021 @refus
    Scénario: Ouagadougou, qui n'est plus la destination, n'annonce plus l'arrivée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et que le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Quand le bureau d'Ouagadougou annonce l'arrivée
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender
      Et le mouvement est dans l'état "en transit"

  @ITI-022
  Règle: Le pays qui quitte la route n'a plus rien à apprendre ni à dire

    @nominal
    Scénario: Niamey abandonnée pour Ouagadougou, la sortie du Togo n'est dite qu'au Burkina Faso
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Et que le bureau de départ autorise l'itinéraire de Lomé à Ouagadougou par Cinkansé
      Quand le Togo enregistre la sortie
      Alors les administrations informées sont exactement: Burkina Faso
      Et le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée, le changement d'itinéraire

    @refus
    Scénario: le Niger n'enregistre plus d'entrée
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Et que le bureau de départ autorise l'itinéraire de Lomé à Ouagadougou par Cinkansé
      Quand le Niger enregistre l'entrée
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office
      Et le mouvement est dans l'état "mainlevée accordée"
