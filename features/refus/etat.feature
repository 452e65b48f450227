# language: fr
Fonctionnalité: Message non admis dans l'état du mouvement

  @ERR-010 @ERR-015
  Règle: Ce que l'état n'admet pas est refusé, ne change rien et n'est dit à personne d'autre

    @refus
    Plan du Scénario: <acte>, le mouvement étant dans l'état <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand <acte>
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé

      Exemples: la mainlevée ne vient qu'une fois
        | acte                     | état       |
        | la mainlevée est envoyée | "suspendu" |
        | la mainlevée est envoyée | "arrivé"   |

      @CAN-005
      Exemples: un mouvement annulé ne part plus
        | acte                     | état     |
        | la mainlevée est envoyée | "annulé" |

      @AMD-006
      Exemples: après l'arrivée, l'avis ne se modifie plus
        | acte                                                    | état                     |
        | le bureau de départ modifie le conducteur dans son avis | "arrivé"                 |
        | le bureau de départ modifie le conducteur dans son avis | "différences constatées" |

      Exemples: ni après la fin
        | acte                                                    | état             |
        | le bureau de départ modifie le conducteur dans son avis | "annulé"         |
        | le bureau de départ modifie le conducteur dans son avis | "clos à la main" |

      @CAN-003
      Exemples: un camion en route ou arrivé ne s'annule plus
        | acte                     | état       |
        | l'annulation est envoyée | "suspendu" |
        | l'annulation est envoyée | "arrivé"   |

      Exemples: ni un mouvement annulé
        | acte                     | état     |
        | l'annulation est envoyée | "annulé" |

      @ITI-008
      Exemples: arrivé, le camion ne change plus de route
        | acte                                                                         | état     |
        | le changement d'itinéraire est envoyé                                        | "arrivé" |
        | le bureau de départ autorise l'itinéraire de Lomé à Ouagadougou par Cinkansé | "arrivé" |
        | le bureau de départ refuse le changement d'itinéraire                        | "arrivé" |

      Exemples: ni le camion d'un mouvement annulé
        | acte                                  | état     |
        | le changement d'itinéraire est envoyé | "annulé" |

      Exemples: un camion arrivé ou dont le mouvement a pris fin n'est plus refusé à la frontière
        | acte                            | état             |
        | l'avis de passage est envoyé    | "annulé"         |
        | le Burkina Faso refuse l'entrée | "arrivé"         |
        | le Burkina Faso refuse l'entrée | "clos à la main" |

      Exemples: l'incident a lieu en route
        | acte                            | état     |
        | l'avis d'incident est envoyé    | "arrivé" |
        | l'avis d'incident est envoyé    | "annulé" |
        | le Burkina Faso clôt l'incident | "arrivé" |

      Exemples: un mouvement annulé n'arrive pas
        | acte                        | état     |
        | l'avis d'arrivée est envoyé | "annulé" |

      @CTL-005
      Exemples: le résultat vient après l'arrivée
        | acte                               | état                 |
        | le résultat du contrôle est envoyé | "mainlevée accordée" |
        | le résultat du contrôle est envoyé | "suspendu"           |

      Exemples: et avant la fin
        | acte                               | état              |
        | le résultat du contrôle est envoyé | "apuré en partie" |
        | le résultat du contrôle est envoyé | "clos à la main"  |

      Exemples: la recherche et le recouvrement
        | acte                                         | état                |
        | l'avis de recherche est envoyé               | "en transit"        |
        | l'avis de recherche est envoyé               | "contrôlé conforme" |
        | la réponse à l'avis de recherche est envoyée | "en transit"        |
        | la réponse à l'avis de recherche est envoyée | "apuré en partie"   |
        | l'avis de recouvrement est envoyé            | "en transit"        |
        | l'avis de recouvrement est envoyé            | "arrivé"            |

  @ERR-010 @ERR-015 @horloge
  Règle: Le retard et la recherche ferment ce que la route permettait

    @refus
    Plan du Scénario: <acte>, le mouvement étant désormais <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand <acte>
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé

      Exemples:
        | acte                                                    | état           |
        | la mainlevée est envoyée                                | "en retard"    |
        | le bureau de départ modifie le conducteur dans son avis | "en retard"    |
        | le résultat du contrôle est envoyé                      | "en retard"    |
        | la réponse à l'avis de recherche est envoyée            | "en retard"    |
        | le changement d'itinéraire est envoyé                   | "en recherche" |
        | le Burkina Faso refuse l'entrée                         | "en recherche" |
