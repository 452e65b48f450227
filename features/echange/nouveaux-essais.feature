# language: fr
Fonctionnalité: Nouveaux essais de remise

  @DLV-002
  Règle: Chaque essai porte son numéro

    @panne
    Scénario: indisponible deux fois, le Burkina Faso reçoit l'avis au troisième essai
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso se dit momentanément indisponible aux 2 prochaines remises
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors les essais de remise au Burkina Faso portent les numéros 1, 2, 3

  @DLV-003
  Règle: Les remises sur un même mouvement gardent l'ordre de dépôt

    @panne
    Scénario: l'ordre tient quand le Burkina Faso coupe la liaison
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe la liaison sans répondre à la prochaine remise
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Et le Togo enregistre la sortie
      Quand les nouveaux essais de remise ont eu lieu
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée, l'avis de passage

  @DLV-004
  Règle: Une remise qui échoue est essayée de nouveau jusqu'à son acceptation

    @panne
    Plan du Scénario: la remise réussit après que le Burkina Faso <panne>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso <panne> à la prochaine remise
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors les administrations informées sont exactement: Burkina Faso
      Et les essais de remise au Burkina Faso portent les numéros 1, 2

      Exemples:
        | panne                                         |
        | répond par une erreur interne                 |
        | coupe la liaison sans répondre                |
        | enregistre le message mais sa réponse se perd |

  @DLV-005
  Règle: Une remise refusée par son destinataire prend fin

    @refus
    Plan du Scénario: l'avis n'est pas présenté de nouveau quand le Burkina Faso <refus>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso <refus> à la prochaine remise
      Et le bureau de départ annonce le mouvement
      Quand les nouveaux essais de remise ont eu lieu
      Alors un seul essai de remise a lieu au Burkina Faso

      Exemples:
        | refus                        |
        | déclare le message fautif    |
        | déclare le message en double |

    @refus
    Scénario: le refus d'un pays ne prive pas les autres de l'avis
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le Burkina Faso déclare le message fautif à la prochaine remise
      Et le bureau de départ annonce le mouvement
      Quand le bureau de départ accorde la mainlevée
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée
      Et le Burkina Faso a reçu dans l'ordre: la mainlevée

  @DLV-015
  Règle: La panne d'un pays ne retarde pas les autres

    @exclusif @panne
    Scénario: le Burkina Faso coupant toutes les liaisons, le Mali reçoit tout
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand le bureau de départ accorde la mainlevée
      Alors le Mali a reçu dans l'ordre: l'avis de transit, la mainlevée

    @exclusif @panne
    Scénario: le Mali injoignable, le Burkina Faso apprend la mainlevée
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, annoncé
      Et le Mali est injoignable
      Quand le bureau de départ accorde la mainlevée
      Alors le Burkina Faso a reçu dans l'ordre: l'avis de transit, la mainlevée

  @DLV-016 @exclusif
  Règle: Une remise attend la précédente sur le même mouvement, et non sur un autre

    @panne
    Scénario: le second mouvement passe, la mainlevée du premier attend son avis
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe la liaison à chaque remise de ce mouvement
      Et le bureau de départ annonce le mouvement puis accorde la mainlevée
      Quand un second mouvement de Lomé à Ouagadougou par Cinkansé est annoncé
      Alors l'avis du second mouvement est remis au Burkina Faso sans attendre
      Et la mainlevée du premier mouvement n'a pas été tentée au Burkina Faso

  @DLV-022 @exclusif @horloge
  Règle: Les essais s'espacent jusqu'à une minute, puis d'un quart d'heure

    @panne
    Scénario: les pauses doublent jusqu'à une minute
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Quand le temps passe, de pause en pause, entre les essais de remise au Burkina Faso: 1, 2, 4, 8, 16, 32, 60, 60 s
      Alors chaque essai au Burkina Faso vient à la fin de sa pause, aucun avant

    @panne
    Scénario: après un quart d'heure d'échecs, les pauses sont d'un quart d'heure
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et le Burkina Faso coupe toutes les liaisons
      Et le bureau de départ annonce le mouvement
      Et les essais de remise au Burkina Faso échouent pendant 16 min
      Quand le temps passe, de pause en pause, entre les essais de remise au Burkina Faso: 900, 900 s
      Alors chaque essai au Burkina Faso vient à la fin de sa pause, aucun avant
