# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Nouveaux essais auprès d'un service
  Les délais, les pauses et le disjoncteur sont une hypothèse : aucun service n'a publié d'interface.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services

  @SRV-019
  Règle: Une réponse lente dans le délai est une réponse

    @nominal
    Plan du Scénario: <service> répond lentement, une seule demande suffit
      Et <service> répond lentement
      Quand le bureau de départ annonce le mouvement
      Alors <service> répond à <questions>, chacune au 1er essai
      Et rien ne contredit le mouvement

      Exemples:
        | service                       | questions   |
        | le registre des contribuables | 2 questions |
        | le registre des véhicules     | 2 questions |
        | le guichet unique             | 1 question  |
        | le tarif                      | 1 question  |

  @SRV-005
  Règle: Une réponse qui vient après le délai n'est pas lue

    @panne
    Plan du Scénario: <service> répond après le délai une fois, la question est reposée
      Et <service> répond après le délai une fois
      Quand le bureau de départ annonce le mouvement
      Et <service> a reçu <appels>
      Et 6 s passent
      Alors <service> répond à <questions>, chacune au 2e essai

      Exemples:
        | service                       | appels   | questions   |
        | le registre des contribuables | 2 appels | 2 questions |
        | le registre des véhicules     | 2 appels | 2 questions |
        | le guichet unique             | 1 appel  | 1 question  |
        | le tarif                      | 1 appel  | 1 question  |

    @SRV-019 @panne
    Scénario: une réponse tardive et contraire au T1 ne contredit rien
      Et le registre des véhicules répond après le délai une fois, et dit alors le camion suspendu
      Quand le bureau de départ annonce le mouvement
      Et le registre des véhicules a reçu 2 appels
      Et 6 s passent
      Alors le registre des véhicules répond à 2 questions, chacune au 2e essai
      Et rien ne contredit le mouvement

  @SRV-008
  Règle: Une panne est suivie de nouveaux essais, jusqu'à une réponse

    @panne
    Plan du Scénario: <service> <panne>, puis répond
      Et <service> <panne>
      Quand le bureau de départ annonce le mouvement
      Et le temps passe de 6 s, par pas de 2 s
      Alors <service> répond à <questions>, chacune au <essai>e essai

      Exemples:
        | service                       | panne                    | questions   | essai |
        | le registre des contribuables | répond une fois sur deux | 2 questions | 2     |
        | le registre des véhicules     | répond une fois sur deux | 2 questions | 2     |
        | le guichet unique             | répond une fois sur deux | 1 question  | 2     |
        | le tarif                      | répond une fois sur deux | 1 question  | 2     |
        | le guichet unique             | est en panne deux fois   | 1 question  | 3     |
        | le tarif                      | répond 500 une fois      | 1 question  | 2     |
        | le registre des contribuables | répond 408 une fois      | 2 questions | 2     |
        | le registre des véhicules     | répond 429 deux fois     | 2 questions | 3     |

  @SRV-009
  Règle: Un contenu faux n'est pas une réponse

    @panne
    Plan du Scénario: <service> <faute> une fois, la question est reposée
      Et <service> <faute> une fois
      Quand le bureau de départ annonce le mouvement
      Et 3 s passent
      Alors <service> répond à <questions>, chacune au 2e essai
      Et rien ne contredit le mouvement

      Exemples:
        | service                       | faute                                     | questions   |
        | le registre des contribuables | répond autre chose que ce qui est convenu | 2 questions |
        | le registre des véhicules     | répond autre chose que ce qui est convenu | 2 questions |
        | le guichet unique             | répond autre chose que ce qui est convenu | 1 question  |
        | le tarif                      | répond autre chose que ce qui est convenu | 1 question  |
        | le registre des véhicules     | répond sans rien dire                     | 2 questions |
        | le guichet unique             | répond par une page web                   | 1 question  |
        | le tarif                      | répond beaucoup trop long                 | 1 question  |

  @SRV-010
  Règle: Une réponse à une autre question n'est pas une réponse

    @panne
    Plan du Scénario: <service> <faute> une fois, la bonne réponse est redemandée
      Et <service> <faute> une fois
      Quand le bureau de départ annonce le mouvement
      Et 3 s passent
      Alors <service> répond à <questions>, chacune au 2e essai
      Et rien ne contredit le mouvement

      Exemples:
        | service                       | faute                          | questions   |
        | le registre des contribuables | répond pour l'année précédente | 2 questions |
        | le tarif                      | répond pour l'année précédente | 1 question  |
        | le registre des contribuables | répond à propos d'autre chose  | 2 questions |
        | le registre des véhicules     | répond à propos d'autre chose  | 2 questions |
        | le guichet unique             | répond à propos d'autre chose  | 1 question  |
        | le tarif                      | répond à propos d'autre chose  | 1 question  |

  @SRV-007
  Règle: Un refus n'est jamais redemandé

    @refus
    Scénario: un connaissement inconnu du guichet unique n'est demandé qu'une fois
      Et le guichet unique ne connaît pas le connaissement
      Quand le bureau de départ annonce le mouvement
      Et le temps passe de 20 s, par pas de 5 s
      Alors le guichet unique reçoit en tout 1 appel

    @refus
    Scénario: un refus sans motif n'est pas redemandé, et le départ l'apprend
      Et le tarif répond 403 sans motif
      Quand le bureau de départ annonce le mouvement
      Et le temps passe de 20 s, par pas de 5 s
      Alors le tarif reçoit en tout 1 appel
      Et un seul constat "service national sans réponse" le dit au Togo: le tarif, "/payload/items/0/hsCode"

  Règle: Un nouvel essai répète la même demande, après sa pause

    @SRV-004 @panne
    Scénario: trois essais portent le même numéro de demande
      Et le guichet unique répond 503 deux fois
      Quand le bureau de départ annonce le mouvement
      Et le temps passe de 6 s, par pas de 2 s
      Alors le guichet unique répond à 1 question, chacune au 3e essai
      Et chaque nouvel essai auprès du guichet unique répète la demande, à son numéro

    @SRV-006 @panne
    Scénario: les essais s'espacent de 1, 2, 4 puis 8 secondes
      Et le guichet unique est en panne
      Quand le bureau de départ annonce le mouvement
      Et le temps passe, de pause en pause, entre les essais auprès du guichet unique: 1, 2, 4, 8 s
      Alors chaque essai auprès du guichet unique vient à la fin de sa pause, aucun avant

    @SRV-006 @panne
    Scénario: les pauses doublent jusqu'à 5 min, et ne s'allongent plus
      Et le guichet unique est en panne
      Quand le bureau de départ annonce le mouvement
      Et le temps passe, de pause en pause, entre les essais auprès du guichet unique: 1, 2, 4, 8, 30, 32, 64, 128, 256, 300, 300 s
      Alors chaque essai auprès du guichet unique vient à la fin de sa pause, aucun avant
