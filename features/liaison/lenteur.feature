# language: fr
@liaison
Fonctionnalité: Une liaison lente ou étroite

  @RTE-003 @exclusif
  Règle: Sur une liaison lente, chaque administration est informée une fois, et aucune autre

    @panne
    Plan du Scénario: la liaison avec le Burkina Faso <défaut>
      Étant donné un mouvement de Lomé à Bamako par Koury
      Et la liaison avec le Burkina Faso <défaut>
      Quand le bureau de départ annonce le mouvement
      Alors les administrations informées sont exactement: Burkina Faso, Mali

      Exemples:
        | défaut                            |
        | est lente de 300 ms               |
        | est lente de 200 ms à 150 ms près |
        | ne passe que 20 ko par seconde    |

  @DLV-002 @exclusif
  Règle: Une remise lente n'est pas essayée deux fois

    @panne
    Scénario: un seul essai sur une liaison lente et étroite
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et la liaison avec le Burkina Faso est lente de 200 ms
      Et la liaison avec le Burkina Faso ne passe que 20 ko par seconde
      Quand le bureau de départ annonce le mouvement
      Alors un seul essai de remise a lieu au Burkina Faso

  @KEY-002 @exclusif
  Règle: Un dépôt lent prend effet une fois

    @panne
    Scénario: l'avis déposé par une liaison lente est au registre une fois
      Étant donné un mouvement de Lomé à Ouagadougou par Cinkansé
      Et la liaison avec le Togo est lente de 300 ms
      Quand le bureau de départ annonce le mouvement
      Alors le message est accepté
      Et le registre compte 1 événement
