# language: fr
Fonctionnalité: Franchissement d'une frontière

  Règle: Chaque côté de la frontière enregistre son passage

    @PAS-001 @nominal
    Scénario: le premier passage met le mouvement en transit
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Togo enregistre la sortie
      Alors le mouvement est dans l'état "en transit"

    @PAS-002 @nominal
    Scénario: sortie et entrée à la même frontière sont deux passages
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand le Burkina Faso consulte le mouvement
      Alors le registre range les passages ainsi:
        | pays         | côté   |
        | Togo         | sortie |
        | Burkina Faso | entrée |

    @RTE-010 @nominal
    Scénario: la sortie du Burkina Faso est connue au Togo et au Mali
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre la sortie
      Alors les administrations informées sont exactement: Togo, Mali

  Règle: Un passage n'a lieu qu'à un bureau de la route

    @ERR-014 @refus
    Scénario: un passage par Dakola est refusé sur la route de Cinkansé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre l'entrée au bureau de Dakola
      Alors le message est refusé au vu du mouvement: OFF_ROUTE à /payload/office
      Et aucune administration n'est informée

    @ERR-015 @refus
    Scénario: un passage refusé hors de la route laisse le mouvement inchangé
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre la sortie au bureau de Koloko
      Alors le mouvement est dans l'état "mainlevée accordée"
      Et le registre compte 2 événements

  @PAS-005
  Règle: L'attente au bureau se calcule

    @nominal
    Scénario: une attente de 154 min à Cinkansé se lit dans tous les pays
      Étant donné un mouvement de Lomé à Bamako par Hérémakono, dont la mainlevée est accordée
      Quand le Togo enregistre la sortie après 154 min d'attente
      Alors chaque destinataire lit une attente de 154 min
