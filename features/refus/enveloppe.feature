# language: fr
Fonctionnalité: Refus d'une enveloppe que le hub ne peut pas suivre

  @ENV-010
  Règle: Une version de profil inconnue est refusée

    @refus
    Plan du Scénario: le hub refuse la version: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNKNOWN_PROFILE_VERSION à /profileVersion
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                          | mutation                |
        | un avis de transit de la version 9.9 du profil | unknown-profile-version |

  @ENV-011
  Règle: Un type de message inconnu est refusé

    @refus
    Plan du Scénario: le hub refuse le type de message: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: UNKNOWN_MESSAGE_TYPE à /messageType
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                              | mutation             |
        | un avis de transit qui se dit AT77 | unknown-message-type |

  @RTE-011
  Règle: Un destinataire qui ne convient pas au type de message est refusé

    @refus
    Plan du Scénario: le hub refuse le destinataire: <faute>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Et un relevé du registre
      Quand le hub reçoit <faute> (<mutation>)
      Alors le message est refusé au dépôt: RECIPIENT_NOT_ALLOWED à /recipient
      Et rien n'a changé, et personne d'autre n'est informé

      Exemples:
        | faute                                           | mutation           |
        | un avis de transit destiné au seul Burkina Faso | notice-to-one-seat |
        | un avis de passage destiné à tous               | passage-to-all     |
        | un avis de recherche destiné à toute la route   | enquiry-to-route   |
        | une demande de renseignement destinée à tous    | query-to-all       |
