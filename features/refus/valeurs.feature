# language: fr
Fonctionnalité: Refus des valeurs mal formées

  @ERR-019
  Règle: Une valeur trop longue ou trop courte est refusée

    @refus
    Plan du Scénario: le hub refuse la longueur: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: <code> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                      | mutation                | code      | pointeur                  |
        | un avis de transit au nom de 71 caractères | name-too-long           | TOO_LONG  | /payload/consignee/name   |
        | une annulation au motif de 281 caractères  | reason-too-long         | TOO_LONG  | /payload/reason           |
        | un avis de transit au nom vide             | name-empty              | TOO_SHORT | /payload/consignee/name   |
        | un avis de passage à la référence vide     | transit-reference-empty | TOO_SHORT | /payload/transitReference |

  @ERR-021
  Règle: Un nombre hors bornes est refusé

    @refus
    Plan du Scénario: le hub refuse le nombre: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: OUT_OF_BOUNDS à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                               | mutation                 | pointeur                           |
        | un avis de transit de masse négative                | negative-mass            | /payload/items/0/netMassKg         |
        | un avis de transit de masse plus fine que le gramme | mass-below-the-gram      | /payload/totalGrossMassKg          |
        | un avis de transit de masse écrite 1e+30            | mass-beyond-all-trucks   | /payload/totalGrossMassKg          |
        | un avis de transit au bureau numéro zéro            | leg-number-zero          | /payload/itinerary/legs/0/sequence |
        | un avis de transit de version zéro                  | movement-version-zero    | /movementVersion                   |
        | un avis d'incident au-delà du pôle                  | latitude-beyond-the-pole | /payload/place/latitudeDeg         |

  @ERR-022
  Règle: Une valeur de forme incorrecte est refusée

    @refus
    Plan du Scénario: le hub refuse la forme: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: PATTERN à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                   | mutation                      | pointeur                       |
        | un avis de transit au code SH de cinq chiffres          | hs-code-of-five-digits        | /payload/items/0/hsCode        |
        | un avis de transit à la plaque en deux écritures        | plate-in-two-scripts          | /payload/vehicle/plate         |
        | un avis de transit au numéro de scellé avec une espace  | seal-number-with-space        | /payload/seals/0/number        |
        | un avis de transit au nom sur deux lignes               | line-feed-in-name             | /payload/consignee/name        |
        | un avis de transit au nom qui contient un caractère nul | zero-character-in-name        | /payload/consignee/name        |
        | un avis de transit au code de colis de trois lettres    | package-kind-of-three-letters | /payload/items/0/packages/kind |
        | un avis de transit dont l'identifiant n'est pas un UUID | message-id-not-a-uuid         | /messageId                     |
        | un avis d'arrivée à la référence trop courte            | transit-reference-too-short   | /payload/transitReference      |

  @ERR-023
  Règle: Une date impossible ou non universelle est refusée

    @refus
    Plan du Scénario: le hub refuse la date: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: BAD_DATE à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                    | mutation                 | pointeur                         |
        | un avis d'arrivée du 30 février                          | date-impossible          | /payload/arrivedAt               |
        | un avis d'arrivée à 25 heures                            | hour-that-does-not-exist | /payload/arrivedAt               |
        | un avis de passage à l'heure de Niamey                   | date-in-niamey-time      | /payload/passedAt                |
        | une mainlevée sans fuseau                                | date-without-zone        | /payload/releasedAt              |
        | un apurement daté à la française                         | date-in-french           | /payload/dischargedAt            |
        | un avis de données de référence au jour férié impossible | holiday-impossible       | /payload/content/holidays/0/date |

  @ERR-005 @ERR-032
  Règle: Une clé de contrôle fausse est refusée (R22, R07, R12)

    @refus
    Plan du Scénario: le hub refuse la clé: <faute>
      Étant donné <mouvement> de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: CHECK_DIGIT à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                 | mutation                      | mouvement                 | pointeur                     |
        | un avis de transit à la référence mal recopiée        | transit-reference-check-digit | un mouvement              | /payload/transitReference    |
        | un avis de passage à la référence mal recopiée        | passage-reference-check-digit | un mouvement              | /payload/transitReference    |
        | un avis de transit au numéro de conteneur mal recopié | container-check-digit         | un mouvement en conteneur | /payload/containers/0/number |
