# language: fr
Fonctionnalité: Refus de ce que les données de référence ne connaissent pas

  @ERR-024
  Règle: Un bureau absent des données de référence, ou hors de sa validité, est refusé

    @refus
    Plan du Scénario: le hub refuse le bureau inconnu: <faute>
      Étant donné un mouvement <route>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNKNOWN_OFFICE à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                | mutation                             | route                              | pointeur                          |
        | un avis de transit par un bureau inconnu             | unknown-office-on-itinerary          | de Lomé à Ouagadougou par Cinkansé | /payload/itinerary/legs/1/office  |
        | un avis de transit enregistré dans un bureau inconnu | unknown-office-of-national-reference | de Ouagadougou à Bamako par Koury  | /payload/nationalReference/office |
        | un avis de transit par un bureau fermé               | closed-office-on-itinerary           | de Lomé à Ouagadougou par Cinkansé | /payload/itinerary/legs/1/office  |
        | un avis de transit par un bureau pas encore ouvert   | office-to-come-on-itinerary          | de Lomé à Ouagadougou par Cinkansé | /payload/itinerary/legs/1/office  |
        | un avis de passage à un bureau inconnu               | unknown-office-of-passage            | de Lomé à Ouagadougou par Cinkansé | /payload/office                   |

  @ERR-025
  Règle: Un bureau sans le rôle voulu est refusé

    @refus
    Plan du Scénario: le hub refuse le bureau sans rôle: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: OFFICE_WITHOUT_ROLE à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                  | mutation                            | pointeur                         |
        | un avis de transit par un port sec     | office-on-itinerary-without-passage | /payload/itinerary/legs/1/office |
        | une mainlevée à un poste frontière     | release-at-a-border-post            | /payload/office                  |
        | un avis de passage à un port sec       | passage-at-a-dry-port               | /payload/office                  |
        | un avis d'arrivée à un poste frontière | arrival-at-a-border-post            | /payload/office                  |

  @ERR-026
  Règle: Un pays sans participant est refusé

    @refus
    Plan du Scénario: le hub refuse le pays: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNKNOWN_COUNTRY à <pointeur>
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                      | mutation                            | pointeur                   |
        | une demande sur garantie pour un pays sans participant     | guarantee-for-a-country-outside     | /payload/terms/countries/0 |
        | un avis de données de référence d'un pays sans participant | reference-data-of-a-country-outside | /payload/country           |

  @RTE-008
  Règle: Un siège inconnu ne reçoit rien

    @refus
    Plan du Scénario: le hub refuse le siège: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNKNOWN_RECIPIENT à /recipient
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                           | mutation                     |
        | un avis de recherche à un pays sans participant | enquiry-to-a-country-outside |

  @ERR-027
  Règle: Un itinéraire hors de la liste convenue est refusé

    @refus
    Plan du Scénario: le hub refuse l'itinéraire: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, <étape>
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNKNOWN_ITINERARY à /payload/itinerary/corridor
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                     | mutation              | étape                          |
        | un avis de transit par Tombouctou         | unknown-itinerary     | annoncé                        |
        | un changement d'itinéraire par Tombouctou | unknown-new-itinerary | dont la mainlevée est accordée |

  @REF-008
  Règle: Une donnée prend effet 24 h après l'avis au plus tôt

    @refus
    Plan du Scénario: le hub refuse la date d'effet: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé des données de référence
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RULE R29 à /payload/effectiveFrom
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                                    | mutation                      |
        | un avis de données de référence qui prend effet aussitôt | reference-data-without-notice |
        | un avis de données de référence qui a déjà pris effet    | reference-data-in-the-past    |

  @REF-009 @RTE-009
  Règle: Une administration ne publie que les données de son pays

    @refus
    Scénario: le Togo ne publie pas les jours fériés du Mali
      Étant donné un relevé des données de référence
      Quand le Togo publie un jour férié du Mali qui prend effet dans 2 jours
      Alors le message est refusé au vu du registre: NOT_THE_OWNER à /sender
      Et rien n'a changé, et personne d'autre n'est informé
