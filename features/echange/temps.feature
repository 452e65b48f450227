# language: fr
Fonctionnalité: Le temps

  @TIM-001 @TIM-005
  Règle: L'heure locale du Niger n'apparaît jamais sur la liaison

    @nominal
    Scénario: l'entrée au Niger garde son heure universelle
      Étant donné un mouvement de Lomé à Niamey par Téra, dont la mainlevée est accordée
      Quand le Niger enregistre l'entrée
      Alors chaque destinataire et le registre lisent l'heure du passage en temps universel, telle que déposée

  @TIM-002
  Règle: Le hub répond à un dépôt en moins de 30 s

    @nominal
    Scénario: tout au long d'un parcours, chaque réponse vient à temps
      Étant donné un mouvement de Lomé à Niamey par Kantchari
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors chaque dépôt a reçu sa réponse en moins de 30 s

  @TST-004 @horloge
  Règle: Avancer l'horloge de test déclenche dans l'ordre tous les délais échus

    @nominal
    Scénario: le délai de 5 min d'une version manquante échoit avant celui de 15 min d'un message en avance
      Étant donné un premier mouvement de Lomé à Ouagadougou par Cinkansé où la mainlevée manque, et un second dont le passage est en avance
      Quand 20 min passent
      Alors le hub demande le premier mouvement, puis le second

  @TST-005 @horloge
  Règle: L'horloge de test avance de la durée demandée

    @nominal
    Scénario: l'heure du hub avance de six jours
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand l'horloge de test est avancée de 6 jours
      Alors l'heure publiée par le hub a avancé de 6 jours

  @TIM-003
  Règle: Un message daté jusqu'à 5 min dans le futur est accepté

    @nominal
    Scénario: l'horloge du Togo avance de 4 min
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement par un message daté de 4 min dans le futur
      Alors le message est accepté
      Et le mouvement est dans l'état "enregistré"

  @TIM-006
  Règle: Un instant est accepté et remis comme il a été écrit

    @nominal
    Plan du Scénario: une heure écrite <forme> arrive telle quelle
      Étant donné un mouvement de Lomé à Bamako par Koury, dont la mainlevée est accordée
      Quand le Burkina Faso enregistre l'entrée, l'heure écrite <forme>
      Alors le message est accepté
      Et chaque destinataire et le registre lisent l'heure du passage en temps universel, telle que déposée

      Exemples:
        | forme                    |
        | sans fraction de seconde |
        | au dixième de seconde    |
        | à la milliseconde        |
        | à la microseconde        |

  @TIM-008 @horloge
  Règle: Le délai de route se compte à la seconde, sur l'horloge du hub

    @panne
    Scénario: une seconde après la fin du délai, le camion est en retard
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, dont le délai de route expire à midi, qui a franchi toutes ses frontières
      Quand le délai de route est dépassé de 1 s
      Alors le mouvement est dans l'état "en retard"

    @nominal
    Scénario: deux minutes avant la fin du délai, il ne l'est pas
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé, qui a franchi toutes ses frontières
      Quand il reste 2 min avant la fin du délai de route
      Alors le mouvement est dans l'état "en transit"

  @TIM-004
  Règle: Un message daté au-delà de 5 min dans le futur est refusé

    @refus
    Plan du Scénario: un avis de transit daté de <avance> dans le futur est refusé
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand le bureau de départ annonce le mouvement par un message daté de <avance> dans le futur
      Alors le message est refusé au dépôt: FUTURE_DATED à /preparedAt
      Et le mouvement est inconnu du registre
      Et aucune administration n'est informée

      Exemples:
        | avance   |
        | 6 min    |
        | 2 heures |
        | 1 jour   |

  @TIM-007
  Règle: Une horloge décalée est signalée à qui elle est

    @panne
    Scénario: le Burkina Faso apprend que son horloge avance d'une heure
      Étant donné un mouvement de Lomé à Bamako par Koury, dans l'état "mainlevée accordée"
      Quand le Burkina Faso enregistre l'entrée par un message daté de 1 heure dans le futur
      Alors le message est refusé au dépôt: FUTURE_DATED à /preparedAt
      Et le mouvement n'a pas changé, au constat "horloge décalée" près
      Et un constat "horloge décalée" désigne le message et est remis exactement à: Burkina Faso
