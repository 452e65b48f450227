# language: fr
Fonctionnalité: Identifiants réutilisés

  @KEY-003
  Règle: Le même identifiant ne sert pas à un autre contenu

    @refus
    Scénario: un autre destinataire des marchandises sous le même identifiant est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le même identifiant sert à un autre contenu: le nom du destinataire des marchandises changé
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et le refus désigne le message refusé
      Et l'avis en vigueur est celui d'origine

    @refus
    Scénario: une autre heure de rédaction fait un autre contenu
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le même identifiant sert à un autre contenu: l'heure de rédaction changée
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId

    @refus
    Scénario: un autre type de message sous le même identifiant est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le même identifiant sert à un autre message: la mainlevée
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et le mouvement est dans l'état "enregistré"

  @KEY-004
  Règle: La réutilisation d'un identifiant est signalée à l'expéditeur

    @panne
    Scénario: le Togo apprend qu'un de ses identifiants a servi deux fois
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement
      Quand le même identifiant sert à un autre contenu: le nom du destinataire des marchandises changé
      Alors un constat "identifiant réutilisé" désigne le message et est remis exactement à: Togo
