# language: fr
Fonctionnalité: Refus de ce qui n'est pas un message

  Règle: Ce qui n'est pas un message est refusé sur la liaison

    @ERR-001 @refus
    Plan du Scénario: <contenu> est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose <contenu>
      Alors la liaison refuse le dépôt: NOT_JSON

      Exemples:
        | contenu                         |
        | un texte XML                    |
        | un message coupé au milieu      |
        | un texte qui n'est pas en UTF-8 |

    @ERR-002 @refus
    Scénario: un corps de plus de 20 Mio est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ dépose un corps de 20 Mio et un octet
      Alors la liaison refuse le dépôt: TOO_LARGE
