# language: fr
Fonctionnalité: Refus des champs absents, des clés et des codes faux

  @ERR-004
  Règle: Un champ obligatoire absent est refusé, avec sa place

    @refus
    Plan du Scénario: le champ absent fait refuser <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand <message> est déposé
      Alors le message est refusé au dépôt: MISSING_FIELD à <place>

      Exemples:
        | message                                        | place                  |
        | un avis de transit sans nombre de scellés      | /payload/sealCount     |
        | un avis de transit sans la valeur d'un article | /payload/items/0/value |
        | une mainlevée sans délai de route              | /payload/limitDate     |
        | un avis de passage sans heure de présentation  | /payload/presentedAt   |
        | un avis d'arrivée sans état des scellés        | /payload/seals/state   |
        | un résultat du contrôle sans résultat          | /payload/result        |
        | un apurement sans base                         | /payload/basis         |

  @ERR-005
  Règle: Une référence de transit mal recopiée est refusée

    @refus
    Scénario: un avis de passage dont la clé de contrôle est fausse est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand un avis de passage à la référence mal recopiée est déposé
      Alors le message est refusé au dépôt: CHECK_DIGIT à /payload/transitReference

  @ERR-006
  Règle: Un code hors de sa liste est refusé

    @refus
    Plan du Scénario: le code faux fait refuser <message>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand <message> est déposé
      Alors le message est refusé au dépôt: NOT_IN_CODE_LIST à <place>

      Exemples:
        | message                                      | place                          |
        | un avis de passage aux scellés "perdus"      | /payload/seals/state           |
        | un résultat du contrôle "C9"                 | /payload/result                |
        | un apurement pour motif "oublié"             | /payload/basis                 |
        | un avis d'incident de code "9"               | /payload/code                  |
        | un avis de transit au rôle de bureau inconnu | /payload/itinerary/legs/1/role |
