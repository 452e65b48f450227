# language: fr
Fonctionnalité: Messages en double

  @KEY-001 @KEY-002
  Règle: Un message répété à l'identique ne fait rien de plus

    @nominal
    Plan du Scénario: rien ne change quand <message> vient une seconde fois
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Et le bureau compétent a envoyé <message>
      Et le Togo a consulté le mouvement
      Quand le dernier message est déposé 1 fois de plus, sans rien y changer
      Alors les 2 dépôts reçoivent le même accusé de réception, octet pour octet
      Et le mouvement n'a pas changé

      Exemples:
        | message                    | état                     |
        | la mainlevée               | "enregistré"             |
        | l'annulation               | "mainlevée accordée"     |
        | le changement d'itinéraire | "en transit"             |
        | l'avis d'incident          | "en transit"             |
        | l'avis d'arrivée           | "en transit"             |
        | l'apurement                | "contrôlé conforme"      |
        | l'avis de recouvrement     | "différences constatées" |

  @ERR-015
  Règle: Le même contenu sous un nouvel identifiant est un autre message, jugé au vu du mouvement

    @refus
    Plan du Scénario: <message>, sous un nouvel identifiant: refus
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Et le bureau compétent a envoyé <message>
      Et le Togo a consulté le mouvement
      Quand le contenu du dernier message est envoyé sous un nouvel identifiant
      Alors le message est refusé au vu du mouvement: <faute>
      Et le mouvement n'a pas changé

      @ERR-010
      Exemples:
        | message      | état                 | faute                          |
        | la mainlevée | "enregistré"         | OUT_OF_SEQUENCE à /messageType |
        | l'annulation | "mainlevée accordée" | OUT_OF_SEQUENCE à /messageType |
        | l'apurement  | "contrôlé conforme"  | OUT_OF_SEQUENCE à /messageType |

      @PAS-013
      Exemples:
        | message           | état                 | faute                            |
        | l'avis de passage | "mainlevée accordée" | ALREADY_PASSED à /payload/office |

      @ARR-007
      Exemples:
        | message          | état         | faute                          |
        | l'avis d'arrivée | "en transit" | ALREADY_ARRIVED à /messageType |

  @ERR-030 @ERR-015
  Règle: Une référence de transit ne s'enregistre qu'une fois

    @refus
    Plan du Scénario: un second avis de transit est refusé, le mouvement étant dans l'état <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand le bureau compétent envoie l'avis de transit
      Alors le message est refusé au vu du mouvement: DUPLICATE_MOVEMENT à /payload/transitReference
      Et le mouvement n'a pas changé

      Exemples:
        | état         |
        | "enregistré" |
        | "en transit" |
        | "annulé"     |
        | "apuré"      |

  @PAS-013 @ERR-015
  Règle: Un bureau n'enregistre qu'un passage par sens

    @refus
    Plan du Scénario: une seconde fois, <côté> est refusée, le mouvement étant dans l'état <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand <pays> enregistre <côté>
      Alors le message est refusé au vu du mouvement: ALREADY_PASSED à /payload/office
      Et le mouvement n'a pas changé

      Exemples:
        | pays            | côté      | état         |
        | le Togo         | la sortie | "en transit" |
        | le Burkina Faso | l'entrée  | "en transit" |
        | le Burkina Faso | l'entrée  | "arrivé"     |
        | le Togo         | la sortie | "apuré"      |

    @refus
    Scénario: refusé puis laissé passer, le camion ne passe pas une seconde fois
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et le Burkina Faso a refusé l'entrée
      Et le Burkina Faso a enregistré l'entrée
      Et le Togo a consulté le mouvement
      Quand le Burkina Faso enregistre l'entrée après ce refus
      Alors le message est refusé au vu du mouvement: ALREADY_PASSED à /payload/office
      Et le mouvement n'a pas changé
