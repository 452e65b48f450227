# language: fr
@exclusif @resilience
Fonctionnalité: Un pays lent, un message qu'on ne peut prendre

  @RES-005
  Règle: Un pays qui garde les remises sans répondre ne retarde pas les autres

    @horloge @panne
    Scénario: le Burkina Faso ne répond à aucune de vingt remises: le Mali a reçu les siennes
      Étant donné 20 camions de Lomé à Bamako par Koury
      Et le Burkina Faso prend les remises sans jamais répondre
      Quand chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est annoncé
      Alors le Mali a pris 20 messages, chacun une fois en effet
      Et les livres concordent, à ce qui attend encore près

    @DLV-004 @horloge @panne
    Scénario: le Burkina Faso se reprend: tout ce qu'il gardait lui est remis de nouveau, une fois en effet
      Étant donné 20 camions de Lomé à Bamako par Koury
      Et le Burkina Faso prend les remises sans jamais répondre
      Et chaque pays dépose ses messages, et les répète jusqu'à leur réponse: chaque camion est annoncé
      Quand le Burkina Faso répond de nouveau
      Alors le Burkina Faso a pris 20 messages, chacun une fois en effet
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-003 @horloge @panne
    Scénario: l'ordre tient sur un mouvement dont le Niger garde la première remise
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger prend les remises sans jamais répondre
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Quand le Niger répond de nouveau
      Alors le Niger a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-007 @horloge @panne
    Scénario: ce que le Burkina Faso garde sans répondre, il peut aussi le tirer et le confirmer
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso prend les remises sans jamais répondre
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Burkina Faso tire la suite de ce que ses livres portent
      Quand le Burkina Faso répond de nouveau
      Alors le Burkina Faso a tiré, sans trou, tout ce qui est dans sa file
      Et les livres concordent: rien n'est perdu, rien n'est en double

  @RES-006
  Règle: Un message que son destinataire n'arrive pas à prendre ne retient que son mouvement

    @panne
    Plan du Scénario: le Niger <panne> à chaque remise d'un mouvement: le second passe
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger <panne> à chaque remise de ce mouvement
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand un second mouvement de Lomé à Niamey par Téra est annoncé
      Alors l'avis du second mouvement est remis aux pays de sa route: Burkina Faso, Niger
      Et les livres concordent, à ce qui attend encore près

      Exemples:
        | panne                                         |
        | répond par une erreur interne                 |
        | coupe la liaison sans répondre                |
        | enregistre le message mais sa réponse se perd |

    @DLV-009 @horloge @panne
    Scénario: 73 h plus tard le message qu'on ne peut prendre est une lettre morte, et la suite passe
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger répond par une erreur interne à chaque remise de ce mouvement
      Et le bureau de départ annonce le mouvement
      Et le Niger répond par une erreur interne à chaque remise de l'avis de transit, et à nulle autre
      Et le bureau de départ accorde la mainlevée
      Quand 73 h passent
      Alors l'avis de transit est une lettre morte du Niger, seul
      Et la mainlevée est remise au Niger, après le dernier essai de l'avis de transit
      Et les livres concordent, à ce qui attend encore près

    @DLV-011 @horloge @panne
    Scénario: le Niger réparé, la lettre morte lui est remise, puis la suite
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger répond par une erreur interne à chaque remise de ce mouvement
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Niger échouent pendant 73 h
      Et le Niger est de nouveau joignable
      Quand le Niger demande une nouvelle remise des lettres mortes du Niger
      Alors l'avis de transit est remis exactement à: Burkina Faso, Niger
      Et il n'y a aucune lettre morte du Niger
      Et les livres concordent: rien n'est perdu, rien n'est en double

    @DLV-020 @panne
    Scénario: le hub tué et relancé sur un message qu'on ne peut prendre: le second mouvement passe encore
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le Niger coupe la liaison sans répondre à chaque remise de ce mouvement
      Et le bureau de départ annonce le mouvement
      Et le hub est arrêté brutalement, puis relancé
      Quand un second mouvement de Lomé à Niamey par Téra est annoncé
      Alors l'avis du second mouvement est remis aux pays de sa route: Burkina Faso, Niger
      Et les livres concordent, à ce qui attend encore près
