# language: fr
Fonctionnalité: Des pays qui ne changent pas de version le même jour

  @VER-001
  Règle: Une extension facultative inconnue n'empêche rien

    @nominal
    Plan du Scénario: <message> d'un pays déjà passé à la version suivante fait son effet
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le bureau compétent envoie <message> avec l'extension facultative "0.2:fictiveField"
      Alors le message est accepté
      Et le mouvement est dans l'état <état>

      Exemples:
        | message                 | étape                               | état                 |
        | la mainlevée            | annoncé                             | "mainlevée accordée" |
        | l'avis de passage       | dont la mainlevée est accordée      | "en transit"         |
        | l'avis d'arrivée        | qui a franchi toutes ses frontières | "arrivé"             |
        | le résultat du contrôle | arrivé à destination                | "contrôlé conforme"  |
        | l'apurement             | contrôlé conforme                   | "apuré"              |

    @nominal
    Scénario: une extension convenue entre deux pays n'empêche rien non plus
      Étant donné un mouvement de Ouagadougou à Niamey par Téra, annoncé
      Quand le bureau compétent envoie la mainlevée avec l'extension facultative "x-bf:fictiveField"
      Alors le message est accepté
      Et le mouvement est dans l'état "mainlevée accordée"

  @VER-002
  Règle: Une extension facultative inconnue parvient à chaque destinataire telle qu'elle a été écrite

    @nominal
    Plan du Scénario: une extension arrive telle quelle: <contenu>
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le bureau de départ annonce le mouvement avec l'extension facultative "0.2:fictiveField", <contenu>
      Alors l'extension de l'avis de transit parvient telle qu'écrite exactement à: Burkina Faso, Mali

      Exemples:
        | contenu                              |
        | un texte accentué                    |
        | un nombre écrit 1.50                 |
        | un nombre de vingt chiffres          |
        | un groupe aux champs dans leur ordre |
        | rien (null)                          |

    @panne
    Scénario: un passage en avance garde son extension pendant l'attente
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau compétent a envoyé l'avis de passage avec l'extension facultative "0.2:fictiveField"
      Quand le bureau de départ annonce le mouvement puis accorde la mainlevée
      Alors l'extension de l'avis de passage parvient telle qu'écrite exactement à: Burkina Faso

    @nominal
    Scénario: le pays qui entre sur la route reçoit l'avis avec son extension
      Étant donné un mouvement de Lomé à Niamey par Téra
      Et le bureau de départ annonce le mouvement avec l'extension facultative "0.2:fictiveField", un texte accentué
      Et le bureau compétent a envoyé la mainlevée
      Quand le bureau de départ autorise l'itinéraire de Lomé à Bamako par Koury
      Alors l'extension de l'avis de transit parvient telle qu'écrite exactement à: Burkina Faso, Niger, Mali

    @exclusif @nominal
    Scénario: l'extension se lit aussi au tirage
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau de départ annonce le mouvement avec l'extension facultative "0.2:fictiveField", un nombre écrit 1.50
      Quand le Burkina Faso tire ses messages depuis le début
      Alors le Burkina Faso y lit l'extension telle qu'écrite

  @VER-003
  Règle: Une extension obligatoire inconnue fait refuser le message, par son nom

    @refus
    Plan du Scénario: refus de l'extension obligatoire: <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Quand le bureau compétent envoie <message> avec l'extension obligatoire "0.2:fictiveField"
      Alors le message est refusé au dépôt: UNKNOWN_MANDATORY à /extensions/0.2:fictiveField
      Et aucune administration n'est informée

      Exemples:
        | message           | étape                          |
        | la mainlevée      | annoncé                        |
        | l'avis de passage | dont la mainlevée est accordée |

    @refus
    Scénario: chaque extension obligatoire est nommée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau compétent envoie l'avis de transit avec les extensions obligatoires "0.2:fictiveField" et "x-tg:fictiveField"
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code              | pointeur                      |
        | UNKNOWN_MANDATORY | /extensions/0.2:fictiveField  |
        | UNKNOWN_MANDATORY | /extensions/x-tg:fictiveField |

    @refus
    Scénario: l'extension obligatoire et une autre faute sont citées ensemble
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand un avis de transit sans nombre de scellés (without-seal-count) est déposé avec l'extension obligatoire "0.2:fictiveField"
      Alors le message est refusé au dépôt pour ces fautes, et elles seules:
        | code              | pointeur                     |
        | UNKNOWN_MANDATORY | /extensions/0.2:fictiveField |
        | MISSING_FIELD     | /payload/sealCount           |

  @VER-004
  Règle: Les extensions entrent dans l'empreinte

    @refus
    Scénario: le même identifiant sans son extension est un doublon
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau compétent a envoyé l'avis de transit avec l'extension facultative "0.2:fictiveField"
      Quand le même identifiant sert à un autre contenu: l'extension retirée
      Alors le message est refusé comme doublon: DUPLICATE_ID à /messageId

    @nominal
    Scénario: répété avec son extension, le message reçoit le même accusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le bureau compétent a envoyé l'avis de transit avec l'extension facultative "0.2:fictiveField"
      Quand le dernier message est déposé 2 fois de plus, sans rien y changer
      Alors les 3 dépôts reçoivent le même accusé de réception, octet pour octet

  @VER-005
  Règle: Une extension de forme incorrecte est refusée

    @refus
    Plan du Scénario: une extension <défaut> est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement avec une extension <défaut>
      Alors le message est refusé au dépôt: <faute>

      Exemples:
        | défaut                                       | faute                                                    |
        | sans son caractère obligatoire ou facultatif | MISSING_FIELD à /extensions/0.2:fictiveField/mandatory   |
        | sans contenu                                 | MISSING_FIELD à /extensions/0.2:fictiveField/content     |
        | au caractère écrit "oui"                     | WRONG_TYPE à /extensions/0.2:fictiveField/mandatory      |
        | au nom sans version                          | PATTERN à /extensions/fictiveField                       |
        | au contenu de 65 537 caractères              | TOO_LONG à /extensions/0.2:fictiveField/content          |
        | qui compte un champ de plus                  | UNEXPECTED_FIELD à /extensions/0.2:fictiveField/depuis   |
        | accompagnée de seize autres                  | TOO_MANY à /extensions                                   |

  @VER-006
  Règle: Le hub ne se dit capable d'aucune extension qu'il refuse

    @refus
    Scénario: l'extension refusée n'est pas citée dans les capacités
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau compétent envoie la mainlevée avec l'extension obligatoire "0.2:fictiveField"
      Alors le message est refusé au dépôt: UNKNOWN_MANDATORY à /extensions/0.2:fictiveField
      Et les capacités du hub ne citent pas l'extension "0.2:fictiveField"
