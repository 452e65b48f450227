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
        | acte                                    | état       |
        | le bureau compétent envoie la mainlevée | "suspendu" |
        | le bureau compétent envoie la mainlevée | "arrivé"   |

      @CAN-005
      Exemples: un mouvement annulé ne part plus
        | acte                                    | état     |
        | le bureau compétent envoie la mainlevée | "annulé" |

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
        | acte                                    | état       |
        | le bureau compétent envoie l'annulation | "suspendu" |
        | le bureau compétent envoie l'annulation | "arrivé"   |

      Exemples: ni un mouvement annulé
        | acte                                    | état     |
        | le bureau compétent envoie l'annulation | "annulé" |

      @ITI-008
      Exemples: arrivé, le camion ne change plus de route
        | acte                                                                         | état     |
        | le bureau compétent envoie le changement d'itinéraire                        | "arrivé" |
        | le bureau de départ autorise l'itinéraire de Lomé à Ouagadougou par Cinkansé | "arrivé" |
        | le bureau de départ refuse le changement d'itinéraire                        | "arrivé" |

      Exemples: ni le camion d'un mouvement annulé
        | acte                                                  | état     |
        | le bureau compétent envoie le changement d'itinéraire | "annulé" |

      Exemples: un camion arrivé ou dont le mouvement a pris fin n'est plus refusé à la frontière
        | acte                                         | état             |
        | le bureau compétent envoie l'avis de passage | "annulé"         |
        | le Burkina Faso refuse l'entrée              | "arrivé"         |
        | le Burkina Faso refuse l'entrée              | "clos à la main" |

      Exemples: l'incident a lieu en route
        | acte                                         | état     |
        | le bureau compétent envoie l'avis d'incident | "arrivé" |
        | le bureau compétent envoie l'avis d'incident | "annulé" |
        | le Burkina Faso clôt l'incident              | "arrivé" |

      Exemples: un mouvement annulé n'arrive pas
        | acte                                        | état     |
        | le bureau compétent envoie l'avis d'arrivée | "annulé" |

      @CTL-005
      Exemples: le résultat vient après l'arrivée
        | acte                                               | état                 |
        | le bureau compétent envoie le résultat du contrôle | "mainlevée accordée" |
        | le bureau compétent envoie le résultat du contrôle | "suspendu"           |

      Exemples: et avant la fin
        | acte                                               | état              |
        | le bureau compétent envoie le résultat du contrôle | "apuré en partie" |
        | le bureau compétent envoie le résultat du contrôle | "clos à la main"  |

      Exemples: la recherche et le recouvrement
        | acte                                                        | état                |
        | le bureau compétent envoie l'avis de recherche              | "en transit"        |
        | le bureau compétent envoie l'avis de recherche              | "contrôlé conforme" |
        | le bureau compétent envoie la réponse à l'avis de recherche | "en transit"        |
        | le bureau compétent envoie la réponse à l'avis de recherche | "apuré en partie"   |
        | le bureau compétent envoie l'avis de recouvrement           | "en transit"        |
        | le bureau compétent envoie l'avis de recouvrement           | "arrivé"            |

  @ERR-010 @ERR-015 @horloge
  Règle: Le retard et la recherche ferment ce que la route permettait

    @refus
    Plan du Scénario: <acte>, le mouvement étant désormais <état>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dans l'état <état>
      Quand <acte>
      Alors le message est refusé au vu du mouvement: OUT_OF_SEQUENCE à /messageType
      Et le mouvement n'a pas changé

      Exemples:
        | acte                                                        | état           |
        | le bureau compétent envoie la mainlevée                     | "en retard"    |
        | le bureau de départ modifie le conducteur dans son avis     | "en retard"    |
        | le bureau compétent envoie le résultat du contrôle          | "en retard"    |
        | le bureau compétent envoie la réponse à l'avis de recherche | "en retard"    |
        | le bureau compétent envoie le changement d'itinéraire       | "en recherche" |
        | le Burkina Faso refuse l'entrée                             | "en recherche" |
