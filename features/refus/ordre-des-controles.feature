# language: fr
Fonctionnalité: L'ordre des contrôles au vu du mouvement

  @ERR-009
  Règle: Des contrôles au vu du mouvement, le premier qui échoue est cité

    @refus
    Scénario: mouvement inconnu, avant expéditeur sans compétence
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le Burkina Faso envoie l'apurement à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: UNKNOWN_MOVEMENT à /payload/transitReference

    @refus
    Scénario: expéditeur sans compétence, avant références discordantes
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "enregistré"
      Quand le Burkina Faso envoie l'avis de transit à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender

    @refus
    Scénario: expéditeur sans compétence, avant message non admis dans l'état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "apuré"
      Quand le Burkina Faso envoie l'annulation à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: NOT_THE_OWNER à /sender

    @refus
    Scénario: pays hors de la route, avant message non admis dans l'état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "apuré"
      Quand le Niger envoie l'avis d'incident à la place du bureau compétent
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office

    @refus
    Scénario: version dépassée, avant message non admis dans l'état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "mainlevée accordée"
      Quand le bureau de départ envoie la mainlevée sous la version 2
      Alors le message est refusé au vu du mouvement: VERSION_OUT_OF_ORDER à /movementVersion

    @refus
    Scénario: référence déjà enregistrée, avant version dépassée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "mainlevée accordée"
      Quand le bureau de départ envoie l'avis de transit sous la version 1
      Alors le message est refusé au vu du mouvement: DUPLICATE_MOVEMENT à /payload/transitReference

    @refus
    Scénario: message non admis dans l'état, avant bureau hors de l'itinéraire
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "annulé"
      Quand le Burkina Faso enregistre l'entrée au bureau de Dakola
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType

    @refus
    Scénario: message non admis dans l'état, avant champ non modifiable
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "arrivé"
      Quand le bureau de départ modifie la masse brute totale dans son avis
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType

    @refus
    Scénario: message non admis dans l'état, avant recherche jamais lancée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "apuré"
      Quand le bureau compétent envoie la réponse à l'avis de recherche
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType

    @refus
    Scénario: bureau hors de l'itinéraire en vigueur, avant passage déjà enregistré
      Étant donné un mouvement de Lomé à Bamako par Koury, dans l'état "en transit"
      Et le bureau de départ autorise l'itinéraire de Lomé à Bamako par Hérémakono
      Quand le Mali enregistre l'entrée
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office

  @AMD-003
  Règle: Chaque champ non modifiable est cité

    @refus
    Scénario: le destinataire et les droits en jeu, modifiés ensemble, sont cités tous deux
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "mainlevée accordée"
      Quand le bureau de départ modifie le destinataire des marchandises et les droits en jeu dans son avis
      Alors le message est refusé au vu du mouvement pour ces fautes, et elles seules:
        | code          | pointeur                        |
        | NOT_AMENDABLE | /payload/consignee/name         |
        | NOT_AMENDABLE | /payload/guarantee/dutiesAtRisk |
      Et le mouvement n'a pas changé

  @KEY-003
  Règle: Un identifiant réutilisé passe avant les fautes de son nouveau contenu

    @refus
    Scénario: un avis incomplet sous un identifiant déjà employé est un doublon
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le même identifiant sert à un avis de transit sans destinataire des marchandises (without-consignee)
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et l'avis en vigueur est celui d'origine

  @ERR-008 @ERR-015
  Règle: Une faute que le message montre par lui-même passe avant toutes celles-là

    @refus
    Scénario: un passage incomplet sur un mouvement annulé est refusé au dépôt
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état "annulé"
      Quand le hub reçoit un avis de passage sans heure de présentation (without-presented-at)
      Alors le message est refusé au dépôt: MISSING_FIELD à /payload/presentedAt
      Et le mouvement n'a pas changé
