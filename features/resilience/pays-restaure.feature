# language: fr
@exclusif @resilience
Fonctionnalité: Un pays est restauré de la sauvegarde d'hier

  @RES-008
  Règle: Il retrouve par tirage tout ce qu'il a oublié avoir reçu

    @panne
    Plan du Scénario: <pays>, restauré, tire de nouveau ce qu'il avait reçu depuis
      Étant donné un mouvement <corridor>, annoncé
      Et <pays> garde une sauvegarde de ses livres
      Et le mouvement est ensuite arrivé à destination
      Et <pays> est restauré de sa sauvegarde
      Quand <pays> tire la suite de ce que ses livres portent
      Alors <pays> a tiré, sans trou, tout ce qui suit sa sauvegarde
      Et les livres concordent: rien n'est perdu, rien n'est en double

      Exemples:
        | pays            | corridor                           |
        | le Togo         | de Lomé à Ouagadougou par Cinkansé |
        | le Burkina Faso | de Lomé à Niamey par Téra          |
        | le Mali         | de Lomé à Bamako par Koury         |
        | le Niger        | de Lomé à Niamey par Kantchari     |

    @DLV-017 @panne
    Scénario: restauré pendant une absence, le Niger tire l'oublié et reçoit l'attendu
      Étant donné un mouvement de Lomé à Niamey par Téra, annoncé
      Et le Niger garde une sauvegarde de ses livres
      Et le bureau de départ accorde la mainlevée
      Et le Niger est injoignable
      Et le Togo enregistre la sortie
      Et le Niger est restauré de sa sauvegarde
      Et le Niger tire la suite de ce que ses livres portent
      Quand le Niger est de nouveau joignable
      Alors le Niger a tiré, sans trou, tout ce qui suit sa sauvegarde
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @KEY-002
  Règle: Ce qu'il dépose de nouveau, inchangé, n'a pas de second effet

    @KEY-001 @panne
    Scénario: le Niger dépose de nouveau l'arrivée qu'il a oubliée: le même accusé lui est rendu
      Étant donné un mouvement de Lomé à Niamey par Téra, qui a franchi toutes ses frontières
      Et le Niger garde une sauvegarde de ses livres
      Et le bureau de destination annonce l'arrivée
      Et le Niger est restauré de sa sauvegarde
      Quand le Niger dépose de nouveau, inchangé, ce qu'il ne sait plus avoir déposé
      Alors les 2 dépôts reçoivent le même accusé de réception, octet pour octet
      Et l'avis d'arrivée est remis exactement à: Togo, Burkina Faso
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: le Togo dépose de nouveau tout ce qu'il a oublié, de l'annonce à la mainlevée
      Étant donné que le Togo garde une sauvegarde de ses livres
      Et un mouvement de Lomé à Niamey par Kantchari, dont la mainlevée est accordée
      Et le Togo est restauré de sa sauvegarde
      Quand le Togo dépose de nouveau, inchangé, ce qu'il ne sait plus avoir déposé
      Alors le registre compte 2 événements
      Et la version du mouvement est 2
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @KEY-003 @panne
    Scénario: sous l'identifiant d'un message oublié, un autre contenu est refusé comme doublon
      Étant donné que le Togo garde une sauvegarde de ses livres
      Et un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Et le Togo est restauré de sa sauvegarde
      Quand le même identifiant sert à un autre contenu: le nom du destinataire des marchandises changé
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @ERR-015
  Règle: Ce qu'il rédige de nouveau est refusé au vu du registre, et n'y change rien

    @panne
    Scénario: le Togo rédige de nouveau la mainlevée sous le numéro qu'il a oublié
      Étant donné un mouvement de Lomé à Niamey par Téra, annoncé
      Et le Togo garde une sauvegarde de ses livres
      Et le bureau de départ accorde la mainlevée
      Et le Togo est restauré de sa sauvegarde
      Quand le Togo rédige de nouveau la mainlevée, qu'il ne sait plus avoir déposée
      Alors le message est refusé au vu du mouvement: VERSION_OUT_OF_ORDER à /movementVersion
      Et la version du mouvement est 2
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: le Niger rédige de nouveau l'arrivée qu'il a oubliée
      Étant donné un mouvement de Lomé à Niamey par Kantchari, qui a franchi toutes ses frontières
      Et le Niger garde une sauvegarde de ses livres
      Et le bureau de destination annonce l'arrivée
      Et le Niger est restauré de sa sauvegarde
      Quand le Niger rédige de nouveau l'avis d'arrivée, qu'il ne sait plus avoir déposé
      Alors le message est refusé au vu du mouvement: ALREADY_ARRIVED à /messageType
      Et le mouvement est dans l'état "arrivé"
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @panne
    Scénario: ayant tiré ce qu'il avait oublié, le Niger poursuit le mouvement comme si de rien n'était
      Étant donné un mouvement de Lomé à Niamey par Téra, annoncé
      Et le Niger garde une sauvegarde de ses livres
      Et le mouvement est ensuite qui a franchi toutes ses frontières
      Et le Niger est restauré de sa sauvegarde
      Et le Niger dépose de nouveau, inchangé, ce qu'il ne sait plus avoir déposé
      Et le Niger tire la suite de ce que ses livres portent
      Quand le bureau de destination annonce l'arrivée
      Alors le message est accepté
      Et le mouvement est dans l'état "arrivé"
      Et les livres concordent: rien n'est perdu, rien n'est en double
