# language: fr
Fonctionnalité: Refus des champs absents, inattendus, mal typés ou mal répétés

  @ERR-004
  Règle: Un champ obligatoire absent est refusé, avec sa place

    @refus
    Plan du Scénario: le hub refuse, au départ, <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: MISSING_FIELD à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                 | mutation                 | pointeur               |
        | un avis de transit sans nombre de scellés             | without-seal-count       | /payload/sealCount     |
        | un avis de transit sans destinataire des marchandises | without-consignee        | /payload/consignee     |
        | un avis de transit sans la valeur d'un article        | without-item-value       | /payload/items/0/value |
        | un avis de transit sans indication de test            | without-test-indicator   | /testIndicator         |
        | un avis de transit sans version de profil             | without-profile-version  | /profileVersion        |
        | un avis de transit sans destinataire                  | without-recipient        | /recipient             |
        | un avis de transit sans version du mouvement          | without-movement-version | /movementVersion       |
        | un avis de transit sans contenu                       | without-payload          | /payload               |
        | une demande sur garantie sans titulaire               | without-holder           | /payload/holderTaxId   |

    @refus
    Plan du Scénario: le hub refuse, en route, <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: MISSING_FIELD à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                         | mutation                | étape                               | pointeur             |
        | une mainlevée sans délai de route             | without-limit-date      | annoncé                             | /payload/limitDate   |
        | un avis de passage sans heure de présentation | without-presented-at    | dont la mainlevée est accordée      | /payload/presentedAt |
        | un avis de passage sans numéro d'ordre        | without-origin-sequence | dont la mainlevée est accordée      | /originSeq           |
        | un avis d'arrivée sans état des scellés       | without-seals-state     | qui a franchi toutes ses frontières | /payload/seals/state |
        | un résultat du contrôle sans résultat         | without-control-result  | arrivé à destination                | /payload/result      |
        | un apurement sans base                        | without-discharge-basis | contrôlé conforme                   | /payload/basis       |

  @ERR-017
  Règle: Un champ inattendu est refusé, avec sa place

    @refus
    Plan du Scénario: le hub refuse le champ de trop: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNEXPECTED_FIELD à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                  | mutation                    | pointeur                |
        | un avis de transit dont l'enveloppe porte une priorité | with-unknown-envelope-field | /priority               |
        | un avis de transit dont le contenu porte une couleur   | with-unknown-field          | /payload/colour         |
        | un avis de transit dont un article porte une couleur   | with-unknown-item-field     | /payload/items/0/colour |
        | une demande de renseignement par deux clés             | query-by-two-keys           | /payload/by/plate       |

  @ERR-018
  Règle: Une valeur du mauvais type est refusée, avec sa place

    @refus
    Plan du Scénario: le hub refuse le type: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: WRONG_TYPE à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                                   | mutation                   | pointeur                      |
        | un avis de transit au nombre de scellés en toutes lettres               | seal-count-as-text         | /payload/sealCount            |
        | un avis de transit au destinataire des marchandises nul au sens de JSON | consignee-null             | /payload/consignee            |
        | un avis de transit de masse "12,5", à la virgule                        | mass-as-text               | /payload/items/0/grossMassKg  |
        | un avis de transit de masse "1e3", avec un exposant                     | mass-with-exponent-as-text | /payload/items/0/netMassKg    |
        | un avis de transit au montant à décimales                               | amount-with-decimals       | /payload/items/0/value/amount |
        | un avis d'arrivée aux scellés en toutes lettres                         | seals-check-as-text        | /payload/seals                |

  @ERR-020
  Règle: Une liste qui a trop ou trop peu d'éléments est refusée

    @refus
    Plan du Scénario: le hub refuse la liste: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: <code> à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                      | mutation                 | code     | pointeur                 |
        | un avis de transit sans article                            | without-items            | TOO_FEW  | /payload/items           |
        | un avis de transit dont l'itinéraire a un seul bureau      | one-office-itinerary     | TOO_FEW  | /payload/itinerary/legs  |
        | un avis de transit dont l'itinéraire a vingt et un bureaux | twenty-one-offices       | TOO_MANY | /payload/itinerary/legs  |
        | un avis de transit à cent scellés                          | hundred-seals            | TOO_MANY | /payload/seals           |
        | une demande sur garantie qui ne couvre aucun pays          | guarantee-for-no-country | TOO_FEW  | /payload/terms/countries |
