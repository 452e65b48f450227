# language: fr
@services @sur-mesure @exclusif @horloge @hypothese
Fonctionnalité: Réponses gardées
  Les durées pendant lesquelles une réponse est gardée sont une hypothèse.

  Contexte:
    Étant donné une pile qui interroge les services nationaux
    Et un mouvement de Lomé à Ouagadougou par Cinkansé, connu des services

  @SRV-014
  Règle: Ce qui vient d'être répondu n'est pas redemandé

    @nominal
    Plan du Scénario: un second mouvement <semblable> ne fait pas rappeler <service>
      Et le bureau de départ annonce le mouvement
      Et <service> a reçu <appels>
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, <semblable>
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors <service> reçoit en tout <appels>

      Exemples:
        | semblable              | service                       | appels   |
        | des mêmes opérateurs   | le registre des contribuables | 2 appels |
        | du même camion         | le registre des véhicules     | 2 appels |
        | de la même marchandise | le tarif                      | 1 appel  |

  @SRV-015
  Règle: Une réponse gardée ne sert que la même question, et le même jour

    @nominal
    Plan du Scénario: une autre question est posée de nouveau: <semblable>
      Et le bureau de départ annonce le mouvement
      Et <service> a reçu 2 appels
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, <semblable>
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors <service> reçoit en tout 4 appels

      Exemples:
        | semblable                                           | service                       |
        | des mêmes opérateurs, enregistré l'année précédente | le registre des contribuables |
        | du même camion, immatriculé au Burkina Faso         | le registre des véhicules     |

    @nominal
    Plan du Scénario: le lendemain, <service> est interrogé de nouveau
      Et le bureau de départ annonce le mouvement
      Et <service> a reçu <appels>
      Et 25 h passent
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, <semblable>
      Quand le bureau de départ annonce le mouvement
      Alors <service> reçoit en tout <deux jours>

      Exemples:
        | semblable              | service                       | appels   | deux jours |
        | des mêmes opérateurs   | le registre des contribuables | 2 appels | 4 appels   |
        | du même camion         | le registre des véhicules     | 2 appels | 4 appels   |
        | de la même marchandise | le tarif                      | 1 appel  | 2 appels   |

  @SRV-016
  Règle: Un refus et un connaissement ne sont jamais gardés

    @refus
    Scénario: un camion inconnu est redemandé pour le mouvement suivant
      Et le registre des véhicules ne connaît pas le camion
      Et le bureau de départ annonce le mouvement
      Et le registre des véhicules a reçu 2 appels
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, du même camion
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors le registre des véhicules reçoit en tout 3 appels

    @nominal
    Scénario: le même connaissement est redemandé au guichet unique
      Et le bureau de départ annonce le mouvement
      Et le guichet unique a reçu 1 appel
      Et un second mouvement de Lomé à Ouagadougou par Cinkansé, connu des services, sous le même connaissement
      Quand le bureau de départ annonce le mouvement
      Et 5 s passent
      Alors le guichet unique reçoit en tout 2 appels
