# language: fr
Fonctionnalité: Refus sur la liaison de ce qui n'est pas un message, ou pas le sien

  Règle: Ce qui n'est pas un message est refusé sur la liaison

    @ERR-001 @refus
    Plan du Scénario: <contenu> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose <contenu>
      Alors la liaison refuse le dépôt: NOT_JSON

      Exemples:
        | contenu                          |
        | un texte XML                     |
        | un message coupé au milieu       |
        | un texte qui n'est pas en UTF-8  |
        | un message à la virgule décimale |

    @ERR-002 @refus
    Scénario: un corps de plus de 20 Mio est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose un corps de 20 Mio et un octet
      Alors la liaison refuse le dépôt: TOO_LARGE

    @ENV-012 @refus
    Plan du Scénario: le hub ne sait à qui attribuer <contenu>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose <contenu>
      Alors la liaison refuse le dépôt: NOT_ATTRIBUTABLE

      Exemples:
        | contenu                                    |
        | un message sans expéditeur ni identifiant  |
        | un message sans identifiant                |
        | un message dont l'expéditeur est un nombre |
        | une liste au lieu d'un message             |

    @ERR-016 @refus
    Plan du Scénario: un avis de type de contenu <type> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose l'avis de transit avec le type de contenu "<type>"
      Alors la liaison refuse le dépôt: UNSUPPORTED_MEDIA_TYPE
      Et le mouvement est inconnu du registre

      Exemples:
        | type       |
        | text/xml   |
        | text/plain |

  Règle: Un siège ne parle, ne tire et ne s'enregistre que pour lui-même

    @ENV-009 @refus
    Scénario: le Burkina Faso ne dépose pas l'avis du Togo
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le Burkina Faso dépose l'avis de transit du bureau de départ
      Alors la liaison refuse le dépôt: NOT_AUTHORISED
      Et le mouvement est inconnu du registre

    @DLV-023 @refus
    Scénario: le Togo ne tire pas les messages du Burkina Faso
      Quand le Togo tire les messages du Burkina Faso
      Alors la liaison refuse la demande: NOT_AUTHORISED

    @CAP-006 @refus
    Scénario: le Togo n'enregistre pas l'adresse du Burkina Faso
      Quand le Togo enregistre l'adresse de remise du Burkina Faso
      Alors la liaison refuse la demande: NOT_AUTHORISED

  @DLV-025
  Règle: Un tirage mal demandé est refusé

    @refus
    Plan du Scénario: le Mali ne tire pas ses messages <comment>
      Quand le Mali tire ses messages <comment>
      Alors la liaison refuse la demande: BAD_REQUEST

      Exemples:
        | comment                       |
        | par pages de 0                |
        | par pages de 501              |
        | à partir du curseur "dernier" |

  @ERR-028
  Règle: Une ressource inconnue est dite inconnue

    @refus
    Plan du Scénario: une ressource inconnue est dite inconnue: <ressource>
      Quand le Niger consulte <ressource>
      Alors la liaison refuse la demande: NOT_FOUND

      Exemples:
        | ressource                             |
        | un mouvement inconnu                  |
        | une garantie inconnue                 |
        | l'état des remises d'un siège inconnu |
        | une adresse hors de l'interface       |

  @ERR-003
  Règle: Un refus sur la liaison est un document d'erreur complet

    @refus
    Plan du Scénario: le document d'erreur d'un dépôt dit tout: <code>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose <contenu>
      Alors la réponse est un document d'erreur complet: <code>

      Exemples:
        | contenu                     | code             |
        | un texte XML                | NOT_JSON         |
        | un message sans identifiant | NOT_ATTRIBUTABLE |

    @refus
    Scénario: le document d'erreur d'un tirage dit tout
      Quand le Mali tire ses messages par pages de 0
      Alors la réponse est un document d'erreur complet: BAD_REQUEST

    @refus
    Scénario: le document d'erreur d'une consultation dit tout
      Quand le Niger consulte une adresse hors de l'interface
      Alors la réponse est un document d'erreur complet: NOT_FOUND
