# language: fr
Fonctionnalité: Corridors intérieurs

  Ouagadougou-Bamako et Ouagadougou-Niamey ne passent pas par le Togo: il n'en apprend rien.

  @RTE-020
  Règle: Ce que le hub signale ne parvient qu'aux pays de la route

    @panne
    Scénario: la frontière muette de Ouagadougou à Bamako est signalée au Burkina Faso et au Mali
      Étant donné un mouvement de Ouagadougou à Bamako par Hérémakono, dont la mainlevée est accordée
      Et le Burkina Faso a enregistré la sortie
      Quand le bureau de destination annonce l'arrivée
      Alors un constat "passage non enregistré" est remis exactement à: Burkina Faso, Mali
      Et le Togo ne reçoit aucun message du mouvement

    @horloge @panne
    Scénario: le retard de Ouagadougou à Niamey est signalé au Burkina Faso et au Niger
      Étant donné un mouvement de Ouagadougou à Niamey par Téra, qui a franchi toutes ses frontières
      Quand le délai de route est dépassé de 1 min
      Alors un constat "délai de route dépassé" est remis exactement à: Burkina Faso, Niger
      Et le Togo ne reçoit aucun message du mouvement

  @RTE-020
  Règle: Ce qui arrive en route ne se dit qu'entre les pays de la route

    @nominal
    Scénario: le Togo n'apprend ni l'incident, ni les nouveaux scellés, ni la suite
      Étant donné un mouvement scellé 2 fois, de Ouagadougou à Niamey par Kantchari
      Et que sa mainlevée est accordée
      Et que le Burkina Faso signale un transbordement sous de nouveaux scellés
      Quand le bureau de destination annonce l'arrivée
      Alors le Togo ne reçoit aucun message du mouvement
      Et le Mali ne reçoit aucun message du mouvement

    @nominal
    Scénario: le détour par Hérémakono ne regarde que le Burkina Faso et le Mali
      Étant donné un mouvement de Ouagadougou à Bamako par Koury, dont la mainlevée est accordée
      Quand le bureau de départ autorise l'itinéraire de Ouagadougou à Bamako par Hérémakono
      Alors les administrations informées sont exactement: Mali
      Et le Togo ne reçoit aucun message du mouvement

    @horloge @nominal
    Scénario: la recherche lancée par le Burkina Faso et la réponse du Mali restent entre eux
      Étant donné un mouvement de Ouagadougou à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 7 jours
      Quand le bureau de départ lance un avis de recherche
      Alors le Mali répond "aucune trace", et sa réponse est remise exactement à: Burkina Faso
      Et le Togo ne reçoit aucun message du mouvement

  @QRY-002
  Règle: Le Togo n'en apprend rien non plus s'il le demande

    @refus
    Scénario: la question du Togo sur un transit de Ouagadougou à Niamey est rejetée
      Étant donné un mouvement de Ouagadougou à Niamey par Téra, dont la mainlevée est accordée
      Quand le Togo demande au hub les événements du mouvement
      Alors la demande est rejetée sans aucune donnée: NOT_AUTHORISED

  @RTE-021
  Règle: La situation du déclarant ne regarde que le pays de départ

    @horloge @nominal
    Scénario: du retard à l'apurement, aucun message du hub ne nomme le déclarant
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 2 jours
      Et que le mouvement est ensuite contrôlé conforme
      Quand le bureau de départ apure le mouvement
      Alors aucun message du hub ne nomme le déclarant
