# language: fr
@resilience
Fonctionnalité: L'horloge d'un pays se trompe de sept minutes

  @TIM-004
  Règle: Sept minutes d'avance dépassent la tolérance: le message est refusé, et n'a pas d'effet

    @TIM-007 @panne
    Plan du Scénario: <message> <auteur>, daté de 7 min dans le futur, est refusé et son auteur averti
      Étant donné un mouvement <corridor>, <étape>
      Et l'horloge <auteur> avance de 7 min
      Quand <pays> dépose <message> à son heure
      Alors le message est refusé au dépôt: FUTURE_DATED à /preparedAt
      Et un constat "horloge décalée" désigne le message et est remis exactement à: <pays>
      Et le mouvement est dans l'état <état>

      Exemples:
        | message                 | pays            | corridor                           | étape                               | état                 | auteur          |
        | la mainlevée            | le Togo         | de Lomé à Ouagadougou par Cinkansé | annoncé                             | "enregistré"         | du Togo         |
        | l'avis de passage       | le Burkina Faso | de Lomé à Bamako par Koury         | dont la mainlevée est accordée      | "mainlevée accordée" | du Burkina Faso |
        | l'avis d'arrivée        | le Niger        | de Lomé à Niamey par Téra          | qui a franchi toutes ses frontières | "en transit"         | du Niger        |
        | le résultat du contrôle | le Mali         | de Lomé à Bamako par Hérémakono    | arrivé à destination                | "arrivé"             | du Mali         |

    @TIM-003 @horloge @panne
    Scénario: refusé trop tôt, le même message est accepté quand son heure est venue
      Étant donné un mouvement de Lomé à Niamey par Téra, annoncé
      Et l'horloge du Togo avance de 7 min
      Et le Togo dépose la mainlevée à son heure
      Quand le Togo dépose de nouveau ce message, inchangé, 3 min plus tard
      Alors chaque dépôt est accepté
      Et le mouvement est dans l'état "mainlevée accordée"

  @TIM-003
  Règle: Sept minutes de retard ne se voient pas: un message vieux de sept minutes est un message comme un autre

    @DLV-019 @panne
    Plan du Scénario: <message> <auteur>, dont l'horloge retarde de 7 min, est accepté et n'est pas tardif
      Étant donné un mouvement <corridor>, <étape>
      Et l'horloge <auteur> retarde de 7 min
      Quand <pays> dépose <message> à son heure
      Alors le message est accepté
      Et aucune remise ne porte la marque tardif
      Et le mouvement est dans l'état <état>

      Exemples:
        | message           | pays            | corridor                       | étape                               | état                 | auteur          |
        | la mainlevée      | le Togo         | de Lomé à Niamey par Kantchari | annoncé                             | "mainlevée accordée" | du Togo         |
        | l'avis de passage | le Burkina Faso | de Lomé à Bamako par Koury     | dont la mainlevée est accordée      | "en transit"         | du Burkina Faso |
        | l'avis d'arrivée  | le Niger        | de Lomé à Niamey par Téra      | qui a franchi toutes ses frontières | "arrivé"             | du Niger        |

  Règle: Deux passages que sept minutes d'horloge mettent à l'envers ne sont pas un constat, seize le sont

    @PAS-010 @nominal
    Scénario: entré au Niger sept minutes avant d'être sorti du Burkina Faso
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Et le Burkina Faso enregistre la sortie
      Quand le Niger enregistre l'entrée 7 min avant la sortie du Burkina Faso
      Alors aucun constat n'est émis

    @PAS-009 @panne
    Scénario: entré au Niger seize minutes avant d'être sorti du Burkina Faso
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Et le Burkina Faso enregistre la sortie
      Quand le Niger enregistre l'entrée 16 min avant la sortie du Burkina Faso
      Alors le registre publie ce seul constat, daté: "passages dans un ordre impossible"
