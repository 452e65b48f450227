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
