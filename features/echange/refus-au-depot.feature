# language: fr
Fonctionnalité: Un message refusé au dépôt n'a aucun effet

  @ERR-008 @RTE-009
  Règle: Un message refusé au dépôt n'a aucun effet

    @refus
    Scénario: l'avis fautif n'enregistre aucun mouvement et n'informe personne
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le hub reçoit un avis de transit dont un article ne vaut rien (item-without-worth)
      Alors le mouvement est inconnu du registre
      Et aucune administration n'est informée

    @refus
    Scénario: le passage fautif ne laisse aucune trace au registre
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le hub reçoit un avis de passage refusé sans motif (turned-back-without-reason)
      Alors le mouvement est dans l'état "mainlevée accordée"
      Et le registre compte 2 événements
      Et aucune administration n'est informée

  @TST-001
  Règle: Un hub de test refuse un message réel

    @refus
    Scénario: un avis réel n'entre pas dans l'environnement de test
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement comme du trafic réel
      Alors le message est refusé au dépôt: REAL_MESSAGE_REFUSED à /testIndicator
      Et le mouvement est inconnu du registre
