# language: fr
Fonctionnalité: Masses constatées à l'arrivée

  @CTL-020
  Règle: Une masse dans la tolérance de ses marchandises n'est pas une différence

    @nominal
    Plan du Scénario: <déclaré> kg de <marchandises>, pesés <pesé> kg, sont conformes
      Étant donné <déclaré> kg de <marchandises> de Lomé à Ouagadougou par Cinkansé, à contrôler
      Quand le bureau de destination donne le résultat "différences mineures" (A5), ayant pesé <pesé> kg
      Alors le mouvement est dans l'état "contrôlé conforme"

      Exemples:
        | déclaré | marchandises       | pesé   |
        | 40 000  | clinker en vrac    | 40 800 |
        | 40 000  | clinker en vrac    | 39 200 |
        | 40 000  | gas-oil en citerne | 39 800 |
        | 25 000  | riz en sacs        | 25 250 |

    @nominal
    Scénario: pesé et arrivé en un seul acte, le clinker est conforme
      Étant donné 40 000 kg de clinker en vrac de Lomé à Ouagadougou par Cinkansé, en route
      Quand le bureau de destination annonce l'arrivée et le résultat "non conforme" (B1) en un seul acte, ayant pesé 39 500 kg
      Alors le mouvement est dans l'état "contrôlé conforme"

    @nominal
    Scénario: la masse constatée se lit au départ telle qu'elle a été pesée
      Étant donné 40 000 kg de clinker en vrac de Lomé à Ouagadougou par Cinkansé, à contrôler
      Quand le bureau de destination donne le résultat "différences mineures" (A5), ayant pesé 40 500 kg
      Alors chaque destinataire lit les différences telles que communiquées
      Et le mouvement est dans l'état "contrôlé conforme"

  @CTL-021
  Règle: Au-delà de la tolérance, ou pour un colis, c'est une différence

    @panne
    Plan du Scénario: <déclaré> kg de <marchandises>, pesés <pesé> kg, ouvrent un litige
      Étant donné <déclaré> kg de <marchandises> de Lomé à Ouagadougou par Cinkansé, à contrôler
      Quand le bureau de destination donne le résultat "différences mineures" (A5), ayant pesé <pesé> kg
      Alors le mouvement est dans l'état "différences constatées"

      Exemples:
        | déclaré | marchandises       | pesé   |
        | 40 000  | clinker en vrac    | 40 801 |
        | 40 000  | gas-oil en citerne | 39 799 |
        | 25 000  | riz en sacs        | 25 251 |

    @panne
    Scénario: la masse est dans la tolérance, mais un sac manque
      Étant donné 25 000 kg de riz en sacs de Lomé à Ouagadougou par Cinkansé, à contrôler
      Quand le bureau de destination donne le résultat "différences mineures" (A5), ayant pesé 24 950 kg et compté 499 colis
      Alors le mouvement est dans l'état "différences constatées"
