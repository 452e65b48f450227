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

  @KEY-007
  Règle: Le contenu refusé comme doublon n'a aucun effet, et le premier message reste ce qu'il était

    @refus
    Scénario: un incident redit sous le même identifiant, camion retenu, ne suspend pas le mouvement
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le Burkina Faso signale un incident sans retenir le camion
      Et le Togo a consulté le mouvement
      Quand le même identifiant sert à un autre contenu: le camion retenu
      Alors le mouvement n'a pas changé, au constat "identifiant réutilisé" près
      Et le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et le premier message déposé sous cet identifiant, répété, reçoit encore son accusé, octet pour octet

    @refus
    Scénario: une arrivée sous l'identifiant d'un incident n'est pas enregistrée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le Burkina Faso signale un incident sans retenir le camion
      Et le Togo a consulté le mouvement
      Quand le même identifiant sert à un autre message: l'avis d'arrivée
      Alors le mouvement n'a pas changé, au constat "identifiant réutilisé" près
      Et le message est refusé comme doublon: DUPLICATE_ID à /messageId

  @KEY-006
  Règle: Deux expéditeurs peuvent se servir du même identifiant: ce sont deux messages

    @nominal
    Scénario: le Burkina Faso emploie l'identifiant de la mainlevée du Togo
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre l'entrée sous l'identifiant du dernier message du Togo
      Alors ce sont deux messages acceptés: celui du Togo informe exactement Burkina Faso, Mali, celui du Burkina Faso exactement Togo, Mali

  @KEY-008 @horloge
  Règle: Une clé est reconnue longtemps après la fin du mouvement

    @nominal
    Scénario: un apurement répété 30 jours après la fin du délai de route reçoit son premier accusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, apuré
      Et le délai de route est dépassé de 30 jours
      Et le Togo a consulté le mouvement
      Quand le dernier message est déposé 1 fois de plus, sans rien y changer
      Alors les 2 dépôts reçoivent le même accusé de réception, octet pour octet
      Et le mouvement n'a pas changé

    @refus
    Scénario: l'identifiant d'un incident ne sert pas à un autre contenu 30 jours après la fin du délai de route
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Et le Burkina Faso signale un incident sans retenir le camion
      Et le délai de route est dépassé de 30 jours
      Et le Togo a consulté le mouvement
      Quand le même identifiant sert à un autre contenu: le camion retenu
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et le mouvement n'a pas changé, au constat "identifiant réutilisé" près
