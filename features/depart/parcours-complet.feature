# language: fr
Fonctionnalité: Parcours complet sur chaque corridor, dans les deux sens

  @RTE-001
  Règle: De Lomé, Ouagadougou, Bamako ou Niamey, chaque pays suit tout le mouvement

    @nominal
    Plan du Scénario: de <départ> à <destination> par <frontière>
      Étant donné un mouvement de <départ> à <destination> par <frontière>
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors le mouvement est dans l'état "apuré"
      Et chaque pays a reçu tous les messages de la route, dans l'ordre: <pays>

      Exemples:
        | départ      | destination | frontière  | pays                      |
        | Lomé        | Ouagadougou | Cinkansé   | Togo, Burkina Faso        |
        | Lomé        | Niamey      | Kantchari  | Togo, Burkina Faso, Niger |
        | Lomé        | Niamey      | Téra       | Togo, Burkina Faso, Niger |
        | Lomé        | Bamako      | Hérémakono | Togo, Burkina Faso, Mali  |
        | Lomé        | Bamako      | Koury      | Togo, Burkina Faso, Mali  |
        | Ouagadougou | Bamako      | Hérémakono | Burkina Faso, Mali        |
        | Ouagadougou | Bamako      | Koury      | Burkina Faso, Mali        |
        | Ouagadougou | Niamey      | Kantchari  | Burkina Faso, Niger       |
        | Ouagadougou | Niamey      | Téra       | Burkina Faso, Niger       |

  @RTE-012
  Règle: Au retour, la route est suivie comme à l'aller

    @nominal
    Plan du Scénario: retour de <départ> à <destination> par <frontière>
      Étant donné un mouvement de <départ> à <destination> par <frontière>
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors le mouvement est dans l'état "apuré"
      Et chaque pays a reçu tous les messages de la route, dans l'ordre: <pays>

      Exemples:
        | départ      | destination | frontière  | pays                      |
        | Ouagadougou | Lomé        | Cinkansé   | Togo, Burkina Faso        |
        | Niamey      | Lomé        | Kantchari  | Togo, Burkina Faso, Niger |
        | Niamey      | Lomé        | Téra       | Togo, Burkina Faso, Niger |
        | Bamako      | Lomé        | Hérémakono | Togo, Burkina Faso, Mali  |
        | Bamako      | Lomé        | Koury      | Togo, Burkina Faso, Mali  |
        | Bamako      | Ouagadougou | Hérémakono | Burkina Faso, Mali        |
        | Bamako      | Ouagadougou | Koury      | Burkina Faso, Mali        |
        | Niamey      | Ouagadougou | Kantchari  | Burkina Faso, Niger       |
        | Niamey      | Ouagadougou | Téra       | Burkina Faso, Niger       |

  Règle: Le registre suit tout le mouvement, et seuls les pays de la route l'apprennent

    @LED-007 @nominal
    Scénario: le registre suit le mouvement d'état en état
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le mouvement suit sa route, chaque étape étant lue au registre
      Alors le registre a publié tour à tour les états "enregistré", "mainlevée accordée", "en transit", "arrivé", "contrôlé conforme", "apuré"

    @RTE-005 @nominal
    Scénario: de l'annonce à l'apurement, le Togo n'apprend rien d'un transit de Ouagadougou à Niamey
      Étant donné un mouvement de Ouagadougou à Niamey par Kantchari
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors le Togo ne reçoit aucun message du mouvement
      Et le Mali ne reçoit aucun message du mouvement

    @RTE-002 @nominal
    Scénario: personne ne reçoit ses propres messages
      Étant donné un mouvement de Lomé à Bamako par Koury
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors aucun pays ne reçoit ses propres messages
