# language: fr
Fonctionnalité: Modification de l'avis de transit

  Règle: L'avis modifié remplace l'avis en vigueur et garde l'état du mouvement

    @AMD-001 @nominal
    Plan du Scénario: avant la mainlevée, le bureau de départ modifie <quoi>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ modifie <quoi> dans son avis
      Alors l'avis en vigueur est l'avis modifié
      Et le mouvement est dans l'état "enregistré"

      Exemples:
        | quoi                             |
        | le destinataire des marchandises |
        | la masse brute totale            |

    @AMD-002 @nominal
    Scénario: chaque pays de la route reçoit l'avis modifié
      Étant donné un mouvement de Lomé à Niamey par Kantchari, annoncé
      Quand le bureau de départ modifie le destinataire des marchandises dans son avis
      Alors les administrations informées sont exactement: Burkina Faso, Niger

    @AMD-005 @nominal
    Scénario: l'avis modifié porte la version suivante
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de départ modifie le conducteur dans son avis
      Alors la version du mouvement est 3

  @AMD-003
  Règle: Après la mainlevée, ce qui engage les marchandises et la garantie ne change plus

    @refus
    Plan du Scénario: après la mainlevée, il est trop tard pour modifier <quoi>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le bureau de départ modifie <quoi> dans son avis
      Alors le message est refusé au vu du mouvement: NOT_AMENDABLE à <place>
      Et l'avis en vigueur est celui d'origine

      Exemples:
        | quoi                             | place                                |
        | la masse brute totale            | /payload/totalGrossMassKg            |
        | le destinataire des marchandises | /payload/consignee/name              |
        | les droits en jeu                | /payload/guarantee/dutiesAtRisk      |
        | la désignation d'un article      | /payload/items/0/description         |
        | le titre de transport            | /payload/transportDocument/reference |

  @AMD-004
  Règle: Après la mainlevée, le camion, les documents et la balise peuvent encore changer

    @nominal
    Plan du Scénario: en route, le bureau de départ modifie encore <quoi>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le bureau de départ modifie <quoi> dans son avis
      Alors le message est accepté
      Et l'avis en vigueur est l'avis modifié
      Et le mouvement est dans l'état "en transit"

      Exemples:
        | quoi             |
        | le tracteur      |
        | le conducteur    |
        | les documents    |
        | la balise        |
        | le délai annoncé |

  @AMD-002
  Règle: Qui sort de la route l'apprend par l'avis modifié

    @nominal
    Scénario: avant la mainlevée, le Niger, qui n'est plus sur la route, reçoit l'avis modifié
      Étant donné un mouvement de Lomé à Niamey par Kantchari, annoncé
      Quand le bureau de départ modifie dans son avis la route, désormais de Lomé à Ouagadougou par Cinkansé
      Alors les administrations informées sont exactement: Burkina Faso, Niger
