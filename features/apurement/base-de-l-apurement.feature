# language: fr
Fonctionnalité: Base de l'apurement

  @ERR-010 @ERR-015
  Règle: Chaque base d'apurement suppose un état du mouvement

    @refus
    Plan du Scénario: base d'apurement non admise: <acte> (<état>)
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand <acte>
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé

      @DIS-002
      Exemples: conforme, après un contrôle conforme
        | acte                                   | état                 |
        | le bureau de départ apure le mouvement | "mainlevée accordée" |
        | le bureau de départ apure le mouvement | "en transit"         |

      Exemples: conforme, mais pas quand des différences restent ouvertes
        | acte                                   | état                     |
        | le bureau de départ apure le mouvement | "différences constatées" |
        | le bureau de départ apure le mouvement | "annulé"                 |

      Exemples: différences résolues, quand il y en a eu
        | acte                                                                   | état                |
        | le bureau de départ apure le mouvement, les différences étant résolues | "contrôlé conforme" |
        | le bureau de départ apure le mouvement, les différences étant résolues | "arrivé"            |

      Exemples: en partie, après le contrôle
        | acte                                                                         | état         |
        | le bureau de départ apure le mouvement en partie, l'article 1 restant ouvert | "en transit" |
        | le bureau de départ apure le mouvement en partie, l'article 1 restant ouvert | "arrivé"     |

      Exemples: droits recouvrés, quand il y a recouvrement
        | acte                                                                       | état                     |
        | le bureau de départ apure le mouvement après recouvrement: "Droits payés." | "contrôlé conforme"      |
        | le bureau de départ apure le mouvement après recouvrement: "Droits payés." | "différences constatées" |

      Exemples: force majeure, tant que le camion n'est pas arrivé
        | acte                                                                          | état         |
        | le bureau de départ apure le mouvement pour force majeure: "Convoi incendié." | "enregistré" |
        | le bureau de départ apure le mouvement pour force majeure: "Convoi incendié." | "arrivé"     |

      Exemples: clôture manuelle, faute de contrôle
        | acte                                                                  | état                |
        | le bureau de départ clôt le mouvement à la main: "Preuve sur papier." | "enregistré"        |
        | le bureau de départ clôt le mouvement à la main: "Preuve sur papier." | "contrôlé conforme" |
        | le bureau de départ clôt le mouvement à la main: "Preuve sur papier." | "clos à la main"    |
