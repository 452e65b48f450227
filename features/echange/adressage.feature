# language: fr
Fonctionnalité: Adressage des messages

  @RTE-001
  Règle: Un message déposé une fois est remis une fois à chaque pays de la route

    @nominal
    Plan du Scénario: <message> est remis aux autres pays de la route
      Étant donné un mouvement de Lomé à Bamako par Koury, <étape>
      Quand <message> est envoyé
      Alors les administrations informées sont exactement: <pays>

      Exemples:
        | message                 | étape                               | pays               |
        | l'avis de passage       | dont la mainlevée est accordée      | Burkina Faso, Mali |
        | l'avis d'arrivée        | qui a franchi toutes ses frontières | Togo, Burkina Faso |
        | le résultat du contrôle | arrivé à destination                | Togo, Burkina Faso |
        | l'apurement             | contrôlé conforme                   | Burkina Faso, Mali |

  @RTE-004
  Règle: Une administration qui a deux bureaux sur la route reçoit une seule remise

    @nominal
    Plan du Scénario: de <départ> à <destination>, le pays traversé est informé une fois
      Étant donné un mouvement de <départ> à <destination> par <frontière>, annoncé
      Quand la mainlevée est envoyée
      Alors les administrations informées sont exactement: <pays>

      Exemples:
        | départ | destination | frontière  | pays                |
        | Lomé   | Bamako      | Hérémakono | Burkina Faso, Mali  |
        | Niamey | Lomé        | Kantchari  | Togo, Burkina Faso  |

  @RTE-007
  Règle: Un message destiné à un seul pays n'est remis qu'à lui

    @nominal
    Scénario: la demande adressée au pays de départ ne va qu'à lui
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Mali demande au pays de départ ce qu'il sait du mouvement
      Alors la demande de renseignement est remise exactement à: Togo

    @horloge @nominal
    Scénario: l'avis de recherche au Mali n'est pas remis au Burkina Faso
      Étant donné un mouvement de Lomé à Bamako par Koury, qui a franchi toutes ses frontières
      Et le délai de route est dépassé de 1 min
      Quand l'avis de recherche est envoyé
      Alors l'avis de recherche est remis exactement à: Mali

  @RTE-008
  Règle: Un destinataire inconnu est refusé

    @refus
    Plan du Scénario: une demande adressée à "<siège>" est refusée
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, annoncé
      Quand le bureau de départ adresse une demande à un siège inconnu: "<siège>"
      Alors le message est refusé au dépôt: UNKNOWN_RECIPIENT à /recipient

      Exemples:
        | siège |
        | CI    |
        | GH    |

  @RTE-006 @ENV-004
  Règle: Tous les destinataires reçoivent les mêmes octets

    @nominal
    Plan du Scénario: <message> est le même pour tous
      Étant donné un mouvement de Niamey à Lomé par Téra, <étape>
      Quand <message> est envoyé
      Alors tous les destinataires reçoivent les octets déposés

      Exemples:
        | message           | étape                               |
        | la mainlevée      | annoncé                             |
        | l'avis de passage | dont la mainlevée est accordée      |
        | l'avis d'arrivée  | qui a franchi toutes ses frontières |
