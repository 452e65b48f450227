# language: fr
Fonctionnalité: Adressage des messages

  @RTE-001
  Règle: Un message déposé une fois est remis une fois à chaque pays de la route

    @nominal
    Plan du Scénario: les autres pays de la route reçoivent <message>
      Étant donné un mouvement de Lomé à Bamako par Koury, <étape>
      Quand le bureau compétent envoie <message>
      Alors les administrations informées sont exactement: <pays>

      @DEP-005
      Exemples:
        | message      | étape   | pays               |
        | la mainlevée | annoncé | Burkina Faso, Mali |

      @RTE-010
      Exemples:
        | message          | étape                               | pays               |
        | l'avis d'arrivée | qui a franchi toutes ses frontières | Togo, Burkina Faso |

      @DIS-007
      Exemples:
        | message     | étape             | pays               |
        | l'apurement | contrôlé conforme | Burkina Faso, Mali |

  @RTE-007
  Règle: Un message destiné à un seul pays n'est remis qu'à lui

    @horloge @nominal
    Scénario: l'avis de recherche au Mali n'est pas remis au Burkina Faso
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 1 min
      Quand le bureau de départ lance un avis de recherche
      Alors l'avis de recherche est remis exactement à: Mali

  @RTE-008
  Règle: Un destinataire inconnu est refusé

    @refus
    Scénario: une demande adressée à un pays qui ne participe pas est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ adresse une demande à un siège inconnu: "CI"
      Alors le message est refusé au dépôt: UNKNOWN_RECIPIENT à /recipient
