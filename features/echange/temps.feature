# language: fr
Fonctionnalité: Le temps

  @TIM-001 @TIM-005
  Règle: L'heure locale du Niger n'apparaît jamais sur la liaison

    @nominal
    Plan du Scénario: <côté> au Niger, de <départ> à <destination>, garde son heure universelle
      Étant donné un mouvement de <départ> à <destination> par Téra, dont la mainlevée est accordée
      Quand le Niger enregistre <côté>
      Alors chaque destinataire et le registre lisent l'heure du passage en temps universel, telle que déposée

      Exemples:
        | côté      | départ | destination |
        | l'entrée  | Lomé   | Niamey      |
        | la sortie | Niamey | Lomé        |

  @TIM-002
  Règle: Le hub répond à un dépôt en moins de 30 s

    @nominal
    Scénario: tout au long d'un parcours, chaque réponse vient à temps
      Étant donné un mouvement de Lomé à Niamey par Kantchari
      Quand le mouvement suit sa route jusqu'à l'apurement
      Alors chaque dépôt a reçu sa réponse en moins de 30 s

  @TST-004 @exclusif @horloge
  Règle: Avancer l'horloge d'essai déclenche dans l'ordre tous les délais échus

    @nominal
    Scénario: cinq minutes d'un trou échoient avant quinze minutes d'une avance
      Étant donné un premier mouvement de Lomé à Ouagadougou par Cinkansé où la mainlevée manque, et un second dont le passage est en avance
      Quand 20 min passent
      Alors le hub demande le premier mouvement, puis le second

  @TST-005 @horloge
  Règle: L'horloge d'essai avance de la durée demandée

    @nominal
    Plan du Scénario: l'heure du hub avance de <durée>
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Quand l'horloge de test est avancée de <durée>
      Alors l'heure publiée par le hub a avancé de <durée>

      Exemples:
        | durée   |
        | 1 heure |
        | 6 jours |
